"""Sample opinions on a coordination regulation that nobody issued, written for these tests; no body ever said them.

``=`` an opinion with anchor and kind, ``~`` the same in other words, ``!`` words like it with another request.
"""

from dataclasses import dataclass

OPINIONS = """
= dieu-1 | amend
Đề nghị mở rộng phạm vi điều chỉnh tại Điều 1 đến cấp ủy cấp huyện vì phần lớn công việc phối hợp hằng ngày ở cấp này.
~ Phạm vi điều chỉnh nên được mở rộng tới cấp ủy cấp huyện, bởi công việc phối hợp hằng ngày chủ yếu ở cấp huyện.
~ Kiến nghị quy chế điều chỉnh rộng hơn, gồm cả cấp ủy cấp huyện là nơi diễn ra phần lớn công việc phối hợp.
! Đề nghị thu hẹp phạm vi điều chỉnh tại Điều 1, bỏ cấp ủy cấp huyện vì công việc phối hợp ở cấp này đã có quy định.
= dieu-1 | add
Đề nghị bổ sung đối tượng áp dụng là đảng ủy quân sự cấp tỉnh khi phối hợp bảo đảm an ninh trong tình huống khẩn cấp.
~ Đảng ủy quân sự cấp tỉnh cần được đưa thêm vào đối tượng áp dụng khi phối hợp bảo đảm an ninh lúc khẩn cấp.
~ Bổ sung vào đối tượng áp dụng đảng ủy quân sự tỉnh trong các tình huống đột xuất về an ninh.
! Đề nghị bổ sung đối tượng áp dụng là các trường của lực lượng đóng trên địa bàn khi tuyển sinh hằng năm.
= dieu-2.khoan-1 | amend
Cụm từ "nâng cao hiệu quả" trong khoản 1 Điều 2 bị lặp hai lần, đề nghị diễn đạt lại cho gọn.
~ Tại khoản 1 Điều 2, đề nghị viết lại câu văn vì cụm từ "nâng cao hiệu quả" nhắc lại hai lần.
~ Đề nghị sửa khoản 1 Điều 2 cho gọn, tránh lặp cụm "nâng cao hiệu quả".
! Đề nghị thêm cụm từ "nâng cao hiệu quả, hiệu lực" trong khoản 1 Điều 2 cho đầy đủ.
= dieu-2.khoan-2 | add
Mục đích phối hợp cần nêu thêm việc phát huy vai trò giám sát của nhân dân và Mặt trận Tổ quốc.
~ Bổ sung vào mục đích phối hợp nội dung phát huy vai trò của nhân dân, MTTQ trong giám sát.
~ Đề nghị mục đích phối hợp có thêm ý về phát huy sự giám sát của Mặt trận Tổ quốc và nhân dân.
! Mục đích phối hợp cần nêu thêm việc phát triển kinh tế - xã hội và cải thiện đời sống nhân dân vùng biên giới.
= dieu-3.khoan-1 | agree
Nhất trí với nguyên tắc tập trung dân chủ như đã nêu; đây là nguyên tắc gốc của mọi quan hệ phối hợp.
~ Chúng tôi đồng tình với nguyên tắc tập trung dân chủ vì đó là gốc của các quan hệ phối hợp.
~ Tán thành cách thể hiện nguyên tắc tập trung dân chủ, nguyên tắc gốc trong quan hệ phối hợp.
! Đề nghị sửa lại nguyên tắc tập trung dân chủ như đã nêu; đây là nguyên tắc gốc của mọi quan hệ nên phải viết riêng.
= dieu-3.khoan-2 | remove
Đề nghị bỏ cụm từ "khi cần thiết" vì cách viết này làm việc trao đổi trước khi quyết định trở thành tùy nghi.
~ Lược bỏ cụm "khi cần thiết" để việc trao đổi trước khi quyết định không trở thành tùy nghi.
~ Kiến nghị xóa từ "khi cần thiết": viết như vậy thì trao đổi trước khi ra quyết định thành việc tùy nghi.
! Đề nghị giữ nguyên cụm từ "khi cần thiết" vì cách viết này làm việc trao đổi trước khi quyết định linh hoạt hơn.
= dieu-3.khoan-3 | add
Bổ sung nguyên tắc mỗi việc chỉ có một cơ quan chủ trì và chịu trách nhiệm đến cùng.
~ Đề nghị thêm nguyên tắc: một việc chỉ giao một cơ quan chủ trì, cơ quan đó chịu trách nhiệm đến cùng.
~ Nên quy định nguyên tắc mỗi việc do một cơ quan duy nhất chủ trì, chịu trách nhiệm tới cùng.
! Bổ sung nguyên tắc mỗi cơ quan chỉ cử một đại diện tham dự và chịu trách nhiệm phát ngôn.
= dieu-3.khoan-5 | amend
Nguyên tắc giữ kỷ luật phát ngôn nên tách thành một khoản riêng vì khác tính chất với trao đổi thông tin.
~ Đề nghị tách kỷ luật phát ngôn ra khỏi trao đổi thông tin, quy định ở một khoản riêng do tính chất khác nhau.
~ Kỷ luật phát ngôn và trao đổi thông tin khác tính chất, kiến nghị tách thành khoản riêng.
! Nguyên tắc giữ kỷ luật phát ngôn nên gộp vào khoản về bảo vệ bí mật vì cùng tính chất với trao đổi thông tin.
= dieu-4.khoan-1 | add
Đề nghị bổ sung hình thức họp trực tuyến bên cạnh hội nghị tập trung để giảm đi lại cho các tỉnh xa.
~ Thêm hình thức hội nghị truyền hình ngoài họp tập trung nhằm giảm việc đi lại của các tỉnh ở xa.
~ Các tỉnh xa đi lại vất vả, kiến nghị quy định thêm họp qua mạng bên cạnh họp tập trung.
! Đề nghị bổ sung hình thức gửi phiếu lấy ý kiến bằng thư điện tử bên cạnh công văn giấy cho các tỉnh xa.
= dieu-4.khoan-1 | amend
Việc lấy ý kiến bằng văn bản cần quy định thời hạn trả lời là 10 ngày làm việc.
~ Đề nghị quy định rõ thời hạn trả lời khi xin ý kiến bằng văn bản: 10 ngày làm việc.
~ Khi lấy ý kiến bằng văn bản, thời gian trả lời cần ấn định là mười ngày làm việc.
! Việc lấy ý kiến bằng văn bản cần quy định thời hạn trả lời là 15 ngày làm việc.
= dieu-4.khoan-2 | amend
Người được cử dự họp phải có thẩm quyền phát biểu thay cơ quan, tránh cử cán bộ chỉ đến ghi chép.
~ Đề nghị cử người dự họp có đủ thẩm quyền phát biểu nhân danh cơ quan, không cử cán bộ đến chỉ để ghi chép.
~ Cán bộ đi dự họp cần đủ thẩm quyền phát biểu thay cơ quan của mình chứ không phải chỉ ghi chép.
! Người được cử dự họp phải ghi chép đầy đủ và báo cáo lại cơ quan trong ngày.
= dieu-4.khoan-3 | add
Đề nghị thêm quy định kiểm tra chéo giữa các địa phương để học hỏi kinh nghiệm lẫn nhau.
~ Bổ sung hình thức các địa phương kiểm tra chéo nhau nhằm trao đổi, học hỏi kinh nghiệm.
~ Nên có quy định về kiểm tra chéo giữa các địa phương, qua đó học kinh nghiệm của nhau.
! Đề nghị không quy định kiểm tra chéo giữa các địa phương vì dễ hình thức, tốn kém.
= dieu-4.khoan-4 | amend
Chế độ cung cấp thông tin nên định kỳ hằng quý thay vì hằng tháng cho đỡ báo cáo.
~ Kiến nghị cung cấp thông tin định kỳ mỗi quý một lần, không nên hằng tháng, để giảm bớt báo cáo.
~ Đề nghị đổi kỳ cung cấp thông tin từ hằng tháng sang hằng quý nhằm đỡ báo cáo.
! Chế độ cung cấp thông tin nên qua hệ thống mạng nội bộ thay vì bản giấy cho đỡ in ấn.
= dieu-4.khoan-4 | add
Bổ sung quy định về bảo mật đối với tài liệu trao đổi qua thư điện tử giữa hai bên.
~ Cần có quy định bảo mật cho tài liệu mà hai bên trao đổi với nhau qua thư điện tử.
~ Đề nghị thêm nội dung giữ bí mật tài liệu khi hai bên trao đổi bằng thư điện tử.
! Bổ sung quy định về mẫu chữ ký số đối với công văn gửi qua thư điện tử giữa hai bên.
= dieu-5.khoan-1 | add
Đề nghị bổ sung trách nhiệm của Ban Thường vụ Tỉnh ủy trong việc phê duyệt kế hoạch bảo đảm an ninh, trật tự hằng năm.
~ Thêm trách nhiệm phê duyệt kế hoạch bảo đảm an ninh, trật tự hàng năm cho BTV Tỉnh ủy.
~ Kế hoạch bảo đảm an ninh, trật tự hằng năm cần do Ban Thường vụ Tỉnh ủy phê duyệt, đề nghị bổ sung trách nhiệm này.
! Đề nghị bổ sung trách nhiệm của Ban Thường vụ Tỉnh ủy trong việc bố trí trụ sở làm việc cho công an xã.
= dieu-5.khoan-2 | amend
Kế hoạch phối hợp hằng năm nên được xây dựng trước ngày 15 tháng 12 của năm trước để kịp bố trí kinh phí.
~ Đề nghị quy định xây dựng kế hoạch phối hợp hằng năm trước 15/12 năm trước liền kề để kịp bố trí ngân sách.
~ Để bố trí kinh phí kịp thời, kế hoạch phối hợp hàng năm cần xong trước ngày 15 tháng 12 năm trước.
! Kế hoạch phối hợp hằng năm nên được đánh giá giữa kỳ vào tháng 6 để kịp điều chỉnh chỉ tiêu.
= dieu-5.khoan-2.diem-b | amend
Khái niệm "tình hình phức tạp, nổi lên" chưa rõ, đề nghị giải thích hoặc nêu tiêu chí.
~ Đề nghị làm rõ thế nào là "tình hình phức tạp, nổi lên", có thể nêu tiêu chí xác định.
~ Cần nêu tiêu chí hoặc định nghĩa cho cụm từ "tình hình phức tạp, nổi lên".
! Đề nghị thông tin cho nhau trong vòng 24 giờ khi có "tình hình phức tạp, nổi lên".
= dieu-5.khoan-2.diem-c | amend
Phương án giải quyết tình huống phức tạp phải được diễn tập ít nhất mỗi năm một lần.
~ Đề nghị quy định mỗi năm diễn tập tối thiểu một lần phương án xử lý tình huống phức tạp.
~ Cần tổ chức diễn tập hằng năm đối với phương án xử lý các tình huống phức tạp.
! Phương án giải quyết tình huống phức tạp phải được Thường trực cấp ủy ký duyệt.
= dieu-5.khoan-3 | amend
Việc huy động phương tiện của lực lượng cho nhiệm vụ chung của địa phương cần quy định nguồn kinh phí bảo đảm.
~ Đề nghị nói rõ kinh phí lấy từ đâu khi huy động phương tiện của lực lượng phục vụ nhiệm vụ chung ở địa phương.
~ Cần xác định nguồn ngân sách bảo đảm cho việc huy động phương tiện làm nhiệm vụ chung của địa phương.
! Việc huy động phương tiện của lực lượng cho nhiệm vụ chung của địa phương cần có văn bản của cấp có thẩm quyền.
= dieu-5.khoan-4 | amend
Trong trường hợp khẩn cấp cho phép trao đổi bằng điện thoại trước, gửi văn bản sau trong vòng 24 giờ.
~ Đề nghị khi khẩn cấp được trao đổi qua điện thoại trước và hoàn thiện văn bản sau, chậm nhất 24 giờ.
~ Trường hợp đột xuất, hai bên có thể điện thoại trước rồi gửi văn bản trong 24 giờ.
! Trong trường hợp khẩn cấp phải thành lập ban chỉ huy chung, có người trực trong suốt 24 giờ.
= dieu-6.khoan-1 | add
Bổ sung hình thức học tập nghị quyết trực tuyến cho cán bộ, chiến sĩ làm nhiệm vụ ở cơ sở.
~ Đề nghị thêm hình thức học nghị quyết qua mạng dành cho cán bộ, chiến sĩ công tác ở cơ sở.
~ Cán bộ, chiến sĩ ở cơ sở nên được học tập nghị quyết bằng hình thức trực tuyến.
! Bổ sung hình thức thi tìm hiểu truyền thống cho cán bộ, chiến sĩ trẻ ở cơ sở.
= dieu-6.khoan-2 | add
Giáo dục truyền thống cần thêm nội dung về truyền thống cách mạng của địa phương nơi đóng quân.
~ Bổ sung truyền thống cách mạng của địa phương nơi đóng quân vào nội dung giáo dục truyền thống.
~ Đề nghị đưa thêm truyền thống cách mạng địa phương vào giáo dục truyền thống.
= dieu-6.khoan-3 | amend
Khoản 3 Điều 6 trùng với khoản 1, đề nghị gộp hai khoản làm một.
~ Đề nghị ghép khoản 1 và khoản 3 Điều 6 vì nội dung trùng lặp.
~ Hai khoản 1 và 3 của Điều 6 trùng nhau, nên nhập thành một khoản.
! Khoản 3 Điều 6 dài, đề nghị tách làm hai khoản.
= dieu-7.khoan-1 | add
Đề nghị quy định tiêu chuẩn cấp ủy viên là lãnh đạo đơn vị để cơ cấu phù hợp với tổ chức bộ máy mới.
~ Cần có tiêu chuẩn đối với cấp ủy viên là lãnh đạo đơn vị, bảo đảm cơ cấu thích hợp với bộ máy mới.
~ Bổ sung quy định tiêu chuẩn cấp ủy viên là lãnh đạo đơn vị cho hợp với tổ chức bộ máy mới.
= dieu-7.khoan-2 | amend
Việc chuẩn bị đại hội đảng bộ cần nêu rõ bên nào duyệt văn kiện, bên nào duyệt nhân sự.
~ Đề nghị phân định bên duyệt văn kiện và bên duyệt nhân sự trong chuẩn bị đại hội đảng bộ.
~ Chuẩn bị đại hội đảng bộ: đề nghị quy định cụ thể thẩm quyền duyệt nhân sự và duyệt văn kiện của mỗi bên.
! Việc chuẩn bị đại hội đảng bộ cần nêu rõ thời gian hoàn thành đại hội ở chi bộ trực thuộc.
= dieu-7.khoan-3 | amend
Kết quả đánh giá, xếp loại tổ chức đảng phải được thông báo cho bên kia trong 5 ngày làm việc.
~ Đề nghị thông báo kết quả xếp loại, đánh giá tổ chức đảng tới bên kia trong thời hạn năm ngày làm việc.
~ Trong 5 ngày làm việc, kết quả đánh giá và xếp loại tổ chức đảng cần báo cho bên còn lại.
! Kết quả đánh giá, xếp loại tổ chức đảng phải được thông báo cho bên kia trong 20 ngày làm việc.
= dieu-7.khoan-4 | remove
Không cần quy định trao đổi bằng văn bản khi thành lập chi bộ vì việc này phát sinh thường xuyên, dễ chậm trễ.
~ Đề nghị bỏ yêu cầu trao đổi bằng văn bản đối với việc thành lập chi bộ, vì phát sinh thường xuyên sẽ chậm trễ.
~ Lược bỏ việc trao đổi văn bản khi thành lập chi bộ do đây là việc thường xuyên, dễ gây chậm.
! Cần quy định trao đổi bằng văn bản khi thành lập chi bộ vì việc này phát sinh thường xuyên, dễ chồng chéo.
= dieu-8.khoan-1 | amend
Đề nghị dẫn chiếu rõ quy định hiện hành về phân cấp quản lý cán bộ, tránh mỗi nơi hiểu một khác.
~ Cần dẫn chiếu cụ thể tới quy định phân cấp quản lý cán bộ đang có hiệu lực để các nơi hiểu thống nhất.
~ Ghi rõ văn bản về phân cấp quản lý cán bộ được dẫn chiếu, tránh tình trạng mỗi nơi hiểu một cách.
! Đề nghị phân cấp quản lý cán bộ mạnh hơn cho đảng ủy cấp dưới.
= dieu-8.khoan-2.diem-a | amend
Quy hoạch cán bộ phải lấy ý kiến Ban Thường vụ cấp ủy địa phương trước khi phê duyệt, không phải sau khi phê duyệt.
~ Đề nghị xin ý kiến BTV cấp ủy địa phương về quy hoạch cán bộ trước chứ không phải sau khi phê duyệt.
~ Trước khi phê duyệt quy hoạch cán bộ phải tham khảo ý kiến Ban Thường vụ cấp ủy ở địa phương.
! Quy hoạch cán bộ phải công khai cho cán bộ trong đơn vị sau khi phê duyệt.
= dieu-8.khoan-2.diem-b | amend
Thời gian trả lời về nhân sự bổ nhiệm nên rút ngắn còn 7 ngày để không lỡ thời cơ bố trí cán bộ.
~ Kiến nghị rút thời hạn trả lời về nhân sự bổ nhiệm xuống 7 ngày, tránh lỡ thời cơ trong bố trí cán bộ.
~ Đề nghị chỉ để bảy ngày cho việc trả lời nhân sự bổ nhiệm nhằm kịp bố trí cán bộ.
! Thời gian trả lời về nhân sự bổ nhiệm nên kéo dài thêm 7 ngày để đủ thời gian thẩm tra lý lịch.
= dieu-8.khoan-2.diem-c | add
Bổ sung quy định về luân chuyển cán bộ công an sang làm công tác đảng ở địa phương và ngược lại.
~ Đề nghị có thêm quy định luân chuyển giữa cán bộ công an và cán bộ làm công tác đảng của địa phương.
~ Cần quy định việc luân chuyển hai chiều: cán bộ công an về làm công tác đảng tại địa phương và ngược lại.
! Bổ sung quy định về chế độ nhà công vụ cho cán bộ công an luân chuyển đến địa phương.
= dieu-8.khoan-3 | amend
Khi hai bên còn ý kiến khác nhau về nhân sự thì báo cáo cấp trên có thẩm quyền quyết định.
~ Đề nghị quy định: nhân sự mà hai bên chưa thống nhất thì trình cấp có thẩm quyền cấp trên quyết định.
~ Trường hợp hai bên bất đồng về nhân sự, cần báo cáo để cấp trên có thẩm quyền xem xét, quyết định.
! Khi hai bên còn ý kiến khác nhau về nhân sự thì dừng quy trình và bỏ phiếu lại.
= dieu-9.khoan-1 | add
Bổ sung trách nhiệm giám sát việc kê khai tài sản của cán bộ lãnh đạo thuộc diện hai bên cùng quản lý.
~ Đề nghị thêm trách nhiệm giám sát kê khai tài sản đối với cán bộ lãnh đạo do hai bên cùng quản lý.
~ Việc kê khai tài sản của cán bộ lãnh đạo mà hai bên cùng quản lý cần được giám sát.
= dieu-9.khoan-2 | amend
Kết luận kiểm tra đối với cấp ủy viên phải gửi đồng thời cho cả hai bên.
~ Đề nghị gửi kết luận kiểm tra cấp ủy viên đến cả hai bên cùng lúc.
~ Cả hai bên phải cùng nhận được kết luận kiểm tra đối với cấp ủy viên.
! Kết luận kiểm tra đối với cấp ủy viên phải được tự phê bình tại chi bộ.
= dieu-9.khoan-3 | amend
Thẩm quyền thi hành kỷ luật đảng viên giữ chức vụ cần phân định theo cấp quản lý cán bộ.
~ Đề nghị phân định thẩm quyền kỷ luật đảng viên có chức vụ theo phân cấp quản lý cán bộ.
~ Ai quản lý cán bộ thì có thẩm quyền thi hành kỷ luật đảng viên giữ chức vụ, đề nghị phân định như vậy.
! Thẩm quyền thi hành kỷ luật đảng viên giữ chức vụ chỉ nên thuộc ủy ban kiểm tra.
= dieu-10.khoan-1 | add
Đề nghị bổ sung việc đối thoại trực tiếp giữa người đứng đầu cấp ủy với nhân dân khi có khiếu nại đông người.
~ Bổ sung quy định người đứng đầu cấp ủy đối thoại trực tiếp với nhân dân trong các vụ khiếu nại đông người.
~ Khi có khiếu nại đông người, người đứng đầu cấp ủy cần trực tiếp đối thoại với dân.
= dieu-10.khoan-2 | amend
Công tác dân vận cần giao Ban Dân vận làm đầu mối thay cho Văn phòng.
~ Đề nghị Ban Dân vận là đầu mối về công tác dân vận, không phải Văn phòng.
~ Chuyển vai trò đầu mối công tác dân vận từ Văn phòng sang Ban Dân vận.
! Công tác dân vận cần giao Văn phòng làm đầu mối, các đoàn thể tham gia.
= dieu-11.khoan-1 | amend
Giao ban giữa hai bên nên tổ chức sáu tháng một lần, khi cần thì họp đột xuất.
~ Kiến nghị 6 tháng giao ban một lần giữa hai bên và họp đột xuất khi có việc cần.
~ Hai bên giao ban định kỳ nửa năm một lần; có việc cần thì họp bất thường.
! Giao ban giữa hai bên nên tổ chức luân phiên ở từng địa phương, khi cần thì mời thêm chuyên gia.
= dieu-11.khoan-2 | amend
Tài liệu hội nghị phải gửi trước ít nhất 5 ngày làm việc để cấp ủy có thời gian nghiên cứu.
~ Đề nghị gửi tài liệu họp trước tối thiểu năm ngày làm việc cho cấp ủy kịp nghiên cứu.
~ Cấp ủy cần thời gian nghiên cứu nên tài liệu phải được gửi ít nhất 5 ngày làm việc trước cuộc họp.
! Tài liệu hội nghị phải in hai mặt, đánh số trang để cấp ủy dễ theo dõi.
= dieu-11.khoan-3 | amend
Biên bản làm việc cần có chữ ký của cả hai bên và được lưu trữ tối thiểu 10 năm.
~ Đề nghị biên bản làm việc do cả hai bên ký, thời gian lưu ít nhất mười năm.
~ Hai bên cùng ký biên bản làm việc; biên bản lưu giữ không dưới 10 năm.
! Biên bản làm việc cần được gửi cho các cơ quan liên quan trong 3 ngày.
= dieu-12.khoan-1 | amend
Văn phòng Trung ương nên là cơ quan theo dõi chung việc thực hiện Quy chế thay vì mỗi bên tự theo dõi.
~ Đề nghị giao VPTW theo dõi chung việc thi hành quy chế, không để mỗi bên tự theo dõi.
~ Việc thực hiện Quy chế cần do Văn phòng Trung ương theo dõi chung.
! Mỗi bên tự theo dõi việc thực hiện Quy chế, hằng năm trao đổi kết quả theo dõi với nhau.
= dieu-12.khoan-2 | amend
Báo cáo sơ kết nên làm hằng năm và tổng kết vào giữa nhiệm kỳ.
~ Đề nghị sơ kết hàng năm, tổng kết giữa nhiệm kỳ.
~ Nên quy định hằng năm có sơ kết, đến giữa nhiệm kỳ thì tổng kết.
= dieu-12.khoan-3 | add
Ban hành biểu mẫu báo cáo thống nhất kèm theo Quy chế để các địa phương dễ thực hiện.
~ Đề nghị kèm theo Quy chế mẫu báo cáo thống nhất giúp các địa phương thuận lợi khi thực hiện.
~ Cần có biểu mẫu báo cáo thống nhất, ban hành kèm Quy chế.
! Không ban hành thêm biểu mẫu báo cáo kèm theo Quy chế để các địa phương chủ động.
= dieu-13 | add
Bổ sung điều khoản về khen thưởng tập thể, cá nhân làm tốt công tác phối hợp.
~ Đề nghị có thêm quy định biểu dương, khen thưởng các tập thể và cá nhân phối hợp tốt.
~ Cần quy định khen thưởng cho tập thể, cá nhân có thành tích trong phối hợp.
! Bổ sung điều khoản về xử lý trách nhiệm tập thể, cá nhân vi phạm kỷ luật phát ngôn.
= dieu-13 | add
Đề nghị quy định trách nhiệm của người đứng đầu khi để xảy ra chậm trễ trong phối hợp.
~ Cần quy trách nhiệm cho người đứng đầu nếu việc phối hợp bị chậm trễ.
~ Bổ sung chế tài đối với thủ trưởng cơ quan để phối hợp chậm trễ.
= dieu-14 | amend
Hiệu lực của Quy chế nên bắt đầu sau 45 ngày kể từ ngày ký để có thời gian tập huấn.
~ Đề nghị Quy chế có hiệu lực sau bốn mươi lăm ngày kể từ ngày ký nhằm dành thời gian tập huấn.
~ Để kịp tập huấn, thời điểm có hiệu lực cần là 45 ngày sau khi ký.
! Hiệu lực của Quy chế nên bắt đầu ngay từ ngày ký để thay thế kịp thời văn bản cũ.
= dieu-14 | amend
Điều khoản thi hành cần nêu rõ văn bản nào hết hiệu lực khi Quy chế này có hiệu lực.
~ Đề nghị ghi rõ các văn bản bị thay thế, hết hiệu lực tại điều khoản thi hành.
~ Nêu cụ thể những văn bản hết hiệu lực kể từ khi Quy chế có hiệu lực trong điều khoản thi hành.
= | ask
Đề nghị cho biết Quy chế này có áp dụng đối với thành phố thuộc tỉnh hay không.
~ Xin hỏi thành phố thuộc tỉnh có thuộc đối tượng áp dụng của Quy chế hay không?
~ Cần làm rõ Quy chế có áp dụng cho thành phố thuộc tỉnh không.
! Đề nghị cho biết Quy chế này có thay thế các quy chế phối hợp đã ký trước đây hay không.
= | other
Bố cục dự thảo còn nặng về liệt kê, nên sắp xếp lại theo từng nhóm nhiệm vụ.
~ Dự thảo bố cục thiên về liệt kê; đề nghị sắp xếp các nội dung theo nhóm nhiệm vụ.
~ Đề nghị bố cục lại theo nhóm nhiệm vụ để tránh liệt kê.
= | amend
Rà soát lỗi chính tả và thống nhất cách viết hoa tên cơ quan trong toàn văn bản.
~ Đề nghị soát lại chính tả, viết hoa tên các cơ quan cho thống nhất trong cả văn bản.
~ Cách viết hoa tên cơ quan chưa thống nhất, còn lỗi chính tả, đề nghị rà soát toàn văn bản.
= | add
Bổ sung phần giải thích từ ngữ ngay sau Điều 1 vì dự thảo dùng nhiều thuật ngữ chuyên ngành.
~ Dự thảo có nhiều thuật ngữ chuyên ngành, cần thêm một điều giải thích từ ngữ.
~ Đề nghị có điều giải thích từ ngữ do nhiều thuật ngữ chuyên ngành được sử dụng.
= dieu-5.khoan-2 | add
Cần xây dựng cơ sở dữ liệu dùng chung về địa bàn trọng điểm để hai bên cùng khai thác.
~ Đề nghị bổ sung việc lập cơ sở dữ liệu chung về các địa bàn trọng điểm cho hai bên khai thác.
~ Hai bên cùng xây dựng, khai thác một cơ sở dữ liệu về địa bàn trọng điểm.
= dieu-6.khoan-2 | amend
Nội dung giáo dục nên gắn với xử lý thông tin xấu độc trên mạng xã hội.
~ Đề nghị gắn giáo dục chính trị với việc đấu tranh, xử lý các thông tin xấu độc ở mạng xã hội.
= dieu-7.khoan-1 | amend
Quy định thời gian sinh hoạt chi bộ ở đơn vị thường trực chiến đấu cần linh hoạt hơn.
~ Đối với đơn vị thường trực chiến đấu, thời gian sinh hoạt chi bộ nên cho phép linh hoạt.
= dieu-8.khoan-2 | add
Ưu tiên bố trí cán bộ nữ, cán bộ người dân tộc thiểu số trong quy hoạch cấp ủy.
~ Đề nghị trong quy hoạch cấp ủy có ưu tiên đối với cán bộ nữ và người dân tộc thiểu số.
= dieu-9 | add
Bổ sung cơ chế tiếp nhận phản ánh của quần chúng qua đường dây nóng.
~ Đề nghị lập đường dây nóng làm cơ chế tiếp nhận phản ánh từ quần chúng.
= dieu-10 | add
Phối hợp chăm lo gia đình liệt sĩ, thương binh của lực lượng trên địa bàn cần đưa vào nội dung của Quy chế.
~ Đề nghị Quy chế có nội dung phối hợp chăm lo các gia đình thương binh, liệt sĩ của lực lượng ở địa bàn.
= dieu-11 | add
Phiên họp cần mời đại diện hội đồng nhân dân tham dự khi bàn về ngân sách.
~ Khi bàn về ngân sách, đề nghị mời đại diện HĐND dự họp.
= dieu-5 | other
Đánh giá cao việc dự thảo coi phòng ngừa tội phạm từ cơ sở là nhiệm vụ chính trị trọng tâm.
= dieu-6 | other
Công tác bảo vệ chính trị nội bộ cần được nêu thành một mục riêng với đầu việc cụ thể.
= dieu-7 | ask
Đề nghị làm rõ cách tính tuổi tái cử cấp ủy ở đơn vị vừa sáp nhập.
= dieu-12 | add
Nên thí điểm Quy chế ở một số tỉnh miền núi trước khi áp dụng rộng rãi.
= dieu-3 | amend
Đề nghị thay từ "tôn trọng" bằng từ "tuân thủ" khi nói về chức năng, nhiệm vụ của mỗi bên.
= dieu-9.khoan-1 | amend
Chương trình kiểm tra của hai bên cần được thống nhất từ đầu năm để không kiểm tra một đơn vị hai lần.
"""

RITUALS = (
    "",
    "Tỉnh ủy cơ bản nhất trí với dự thảo; đề nghị xem xét thêm nội dung sau: ",
    "Qua nghiên cứu dự thảo Quy chế, Ban Thường vụ Tỉnh ủy nhất trí cao với nội dung, xin tham gia một số ý kiến. ",
    "Thực hiện văn bản của Ban Tổ chức Hội thảo, Thành ủy thống nhất với dự thảo và có ý kiến như sau. ",
)


@dataclass(frozen=True)
class Opinion:
    """One opinion and what belongs to it; ``number`` counts from 0."""

    number: int
    anchor: str
    kind: str
    text: str
    paraphrases: tuple[str, ...]
    others: tuple[str, ...]


def read_opinions():
    """Return the opinions above; those of an odd number are held out, nothing was tuned on them."""
    return [
        _read(number, block) for number, block in enumerate(OPINIONS.strip().removeprefix("= ").split("\n= "))
    ]


def _read(number, block):
    head, text, *rest = block.splitlines()
    anchor, kind = (part.strip() for part in head.split("|"))
    told = {sign: tuple(line[2:] for line in rest if line.startswith(sign)) for sign in "~!"}
    return Opinion(number, anchor, kind, text, told["~"], told["!"])
