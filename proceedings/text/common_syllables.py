"""The syllables that official Vietnamese uses most, for telling words from letters that only look like words."""

from typing import Final

FREQUENT: Final = """
và việc ủy của có công được quy cấp là điều hợp định không đảng an một về khi bộ nghị đề trong phối với ý
các nhất kiến địa cơ thì thành bên phương làm chế quan khoản phải nhiệm hiện hai để thể thực từ chúng thảo
cho thời những tôi báo cần cán thống ban theo nội đạo chỉ dự trách đầu tham lại dung quyết đổi cùng vụ người
kết ở tổ đã này bản văn lãnh điểm tỉnh trước chức đến trình thông thường nhau nào cáo nơi nhận sự trao chủ
tác rõ còn chưa chính vào nhân trung tập nguyên bàn mỗi cách mà sau đồng lý sở tiếp nhưng tin quả hành kiểm
đó đối dân bổ tình vì hạn khác mới phần tự luận nhiều hơn chương năm tại tắc hình trên gian động lời nêu
giữa giao lực sẽ gia lượng xét ra ương hội nên trực xây dựng quyền bằng hệ nếu như từng chung thay giữ giải
đúng cũng trị sung cả do tra đi sinh trả đủ trọng hỏi bảo bị mưu giá giúp phát mình họp ngành vừa xin khó
thẩm viên viết ngay luật gửi nói hướng số đây vậy cụ phân biết dụng tâm vấn kinh phố xem riêng đánh sớm hoạt
kỷ chuẩn
"""
"""Those that make up most of a running text, the most used first."""

COMMON: Final = """
á ai am án anh ảnh ánh ao áp ạt ẵm ăn ắt ẩm ấm ân ẩn ấn ấp ập âu ấy ba bà bạ bác bạc bách bạch bài bãi bái
bại bám bán bang bàng bảng bành bao bào bão bát bạt bay bày bảy bắc băn băng bắt bặt bấc bậc bẩn bất bật bầu
bẩy bậy bé bèn bén bẹp bét bê bể bế bền bến bênh bệnh bếp bì bỉ bí bia bịa bích bịch biếc biếm biên biển
biến biện biếng biệt biểu biếu bím binh bình bịt bo bò bỏ bó bọ bóc bọc bòi bon bón bong bóng bót bô bố bốc
bộc bồi bối bôn bốn bông bổng bỗng bột bơ bờ bở bỡ bơi bởi bới bơm bớp bớt bù bụ bục bùi búi bùn bủn bung
bùng búng bụng buộc buổi buồm buôn buồn buông buồng buốt búp bút bừa bữa bức bực bưng bừng bước bưởi bươm
bướng bướu bưu ca cà cá cai cài cải cãi cái cam cảm can cạn càng cảng cảnh cạnh cao cào cạo cáp cạp cát cau
cáu cay cày cạy căm cằm căn cặn căng cẳng cặp cắt cầm cẩm cấm cân cấn cận cập cật câu cầu cấu cậu cây cầy
cấy cậy cha chà chả chạm chán chàng chạng chanh chánh chào chảo cháo chát cháu chay cháy chạy chắc chăm chăn
chẵn chắn chặn chằng chẳng chắp chặt châm chấm chậm chân chần chẩn chấn chấp chập chất chật châu chầu chẩy
chè chẽ chém chen chèn chèo chéo chép chếch chệch chêm chênh chết chi chì chí chị chia chìa chích chiếc
chiêm chiếm chiên chiến chiêng chiết chiêu chiều chiếu chim chìm chỉn chín chỉnh chít chiu chịu chó chọc
chòi chói chọi chọn chong chõng chóng chót chỗ chốc chổi chối chồng chống chộp chốt chờ chở chớ chợ chơi
chớm chớp chu chú chua chùa chúa chúc chục chui chùi chum chùm chúm chủng chuộc chuôi chuỗi chuối chuồng
chuột chụp chút chuyên chuyển chuyến chuyện chừ chữ chứ chửa chữa chực chửi chừng chứng chước chướng cỏ cóc
cọc coi còi cỏi cõi con cọn cong còng cóp cọp cót cô cổ cố cộc côi cỗi cội côn cồn cồng cống cộng cốt cột cờ
cỡ cớ cởi cơm cớm củ cũ cúc cục cúi cúm cụm cung củng cuộc cuối cuội cuốn cuộn cuồng cuống cụt cư cử cứ cửa
cức cực cửi cứng cước cười cưỡi cưới cương cường cưỡng cướp cửu cứu cựu da dài dải dại dàn dán dang dáng
dạng danh dành dao dạo dày dạy dặm dằn dặn dắt dâm dầm dậm dẫn dâng dập dầu dẫu dấu dây dẫy dấy dậy dẻo dép
dẹp dễ dệt di dì dĩ dị dĩa dịch diệc diêm diễm diễn diện diệt diều diễu diệu dinh dính dịp dò dỏ dọa doãn
doanh dọc dõi dọi dòm dọn dong dòng dỗ dốc dôi dồi dỗi dối dội dồn dơ dở dỡ dơi dời dợm du dù dủ dụ dục dùi
dùng dũng dúng duỗi duy duyên duyệt dư dừ dữ dưa dừa dứa dựa dừng dược dưới dương dưỡng dượng dứt đa đà đá
đạc đai đài đãi đái đại đàm đảm đám đàn đạn đang đàng đáng đào đảo đáo đáp đạp đạt đau đay đày đáy đắc đặc
đắk đắm đắn đặn đăng đằng đẳng đắng đặng đắp đắt đặt đầm đẫm đấm đậm đần đập đất đâu đấu đậu đầy đẩy đấy đậy
đe đè đẻ đéc đem đen đèn đeo đèo đẽo đẹp đê đế đệ đêm đếm đệm đền đều đểu đĩ đích địch điếc điên điền điển
điện điệp điêu điếu điệu đinh đình đỉnh đính đo đò đỏ đoái đoàn đoán đoạn đoạt đọc đòi đói đòn đón đong đóng
đọng đô đồ đổ đỗ đố độ đốc độc đôi đồi đội đôn đồn đốn độn đông đống đốt đột đỡ đợ đời đới đợi đơn đớn đớp
đợt đu đua đùa đũa đúc đục đùi đụn đùng đụng đuốc đuôi đuổi đuối đưa đứa đức đực đừng đứng đựng đượm đương
đường đượng đứt em ếch ềm gà gác gạch gài gãi gái gan gàn gán ganh gánh gào gáo gạo gạt gàu gãy găm gắm gặm
gắn găng gắng gặng gặp gắt gặt gầm gấm gần gấp gật gầu gấu gây gầy gẫy ghe ghè ghé ghen ghẹo ghép ghét ghê
ghế ghếch ghi ghì ghiền gì già giả giã giác giam giảm giám giản gián giang giảng giáo giáp giàu giày giặc
giặt giấc giẫm giậm giận giật giấu giây giấy giêng giềng giếng giết gìn gió giỏi giòn giọng giọt giỗ giống
giờ giới giỡn giục giùm giương giường giựt gò gõ góa góc gói gọi gom gòn gọn gọng góp gót gọt gồ gỗ gốc gội
gồm gốm gồng gộp gột gờ gỡ gợi gớm gù gục guốc gừ gừng gươm gương gượng hà hạc hách hạch hài hải hãi hái hại
ham hàm hãm hàn hán hàng hãng hanh hạnh hao hào hảo háo hát hạt hay hãy hăm hẳn hắn hăng hằng hắt hầm hẩm
hậm hấn hận hẫng hấp hất hầu hậu hè hé hẻm hèn hẹn heo hẹp hét hề hễ hến hênh hết hỉ hích hiểm hiếm hiên
hiền hiển hiến hiếp hiệp hiểu hiếu hiệu hìn híp hít ho hò họ hoa hòa hóa họa hoạch hoài hoại hoan hoàn hoãn
hoạn hoang hoàng hoảng hoành hoạnh hoắc hoặc hoẵng hóc học hói hòm hõm hòn hong hòng hỏng hóng họng hót hô
hồ hỗ hố hộ hôi hồi hối hôm hôn hồn hỗn hông hồng hổng hộp hốt hột hơ hờ hở hơi hới hợi hớn hớp hớt hủ hú
hùa huấn húc huề huế huệ hủi hùn hung hùng huống hụt huy huỳ hủy huých huyên huyền huyện huyết huỳnh hư hứ
hứa hưng hừng hửng hứng hương hưởng hươu hưu hữu ích im ít kè kẻ kẽ kèm kẽm kém kèn kén kéo kẹo kép kẹp két
kẹt kê kề kể kế kệ kênh kêu khả khá khách khai khải khái khám khản khán khang khảng kháng khánh khảo kháo
khạp khát khắc khăn khăng khẳng khắp khắt khâm khẩn khấn khấp khất khâu khẩu khấu khe khẽ khé khen khéo khép
khế khệ khỉ khí khía khích khiêm khiếm khiên khiển khiến khiếp khiêu khiếu khinh khít kho khoa khóa khoác
khoai khoái khoan khoán khoảng khoáng khoanh khoảnh khoát khoăn khóc khoe khỏe khoét khỏi khói khom khô khổ
khố khôi khối khôn khốn khống khơi khởi khớp khu khú khua khuân khuất khúc khuê khui khung khủng khuôn khuya
khuyên khuyển khuyến khuyết khuynh khử khứ khứa khước kì kia kích kịch kiêm kiềm kiếm kiệm kiên kiện kiêng
kiếp kiệt kiêu kiều kiểu kim kìm kín kính kíp kịp kỳ kỹ ký kỵ la lá lạc lách lạch lai lãi lái lam lạm lan
làn lang làng lảng lãng láng lạng lành lạnh lao lào lão lạo láp lạp lát lạt lau láu lay lảy lắc lắk lăm lắm
lăn lằn lặn lăng lắng lặng lắp lặp lắt lặt lâm lầm lẫm lấm lân lần lẩn lẫn lấn lận lấp lập lất lật lâu lầu
lẩu lậu lây lầy lẫy lấy le lẻ lẽ lé len lèn lẻn lén leo lèo lẹo lê lề lễ lệ lếch lệch lên lềnh lệnh lết lệt
lêu lều li lì lìa lịch liếc liêm liềm liếm liên liền liễn liệng liếp liệt liêu liều liễu liệu lịm linh lĩnh
lính lít líu lo lò ló lọ loa loà loạc loài loại loan loạn loang loãng loáng loạng loanh loạt loắt lóc lọc
lòe lóe loét lòi lõi lọi long lòng lõng lóng lót lọt lô lỗ lộ lốc lộc lôi lồi lỗi lối lội lốm lồn lộn lông
lồng lộng lốp lột lơ lờ lở lỡ lợ lới lợi lơn lớn lợn lớp lợp lợt lu lũ lú lụ lùa lúa lụa luân luẩn lúc lục
lui lùi lùm lụm lùn lún lung lủng lúng luộc luôn luồn luồng luống lụt lũy luyến luyện lừ lữ lừa lửa lứa lựa
lưng lừng lửng lững lược lười lưỡi lưới lượm lươn lượn lương lường lưỡng lướt lượt lưu lựu ly ma mã má mạ
mác mạc mách mạch mai mài mãi mái mại man màn mãn mang màng mảng mạng manh mảnh mánh mạnh mào mạo mát mạt
mau màu máu may mày máy mắc mặc mắm mằn mặn măng mắng mắt mặt mâm mầm mẫm mẩn mẫn mận mấp mập mất mật mâu
mẫu mậu mây mẩy mấy me mè mẻ mé mẹ men mèo mẹo mép mê mề mế mềm mền mến mệnh mệt mếu mì mỉ mị mỉa mía miên
miền miễn miến miếng miệng miết miệt miêu miếu mịn minh mít mịt mo mò mỏ mó móc mọc moi mòi mỏi mọi mòn món
mong mỏng móng mọng mót mô mồ mổ mộ mốc mộc môi mồi mối mồm môn mông mống mộng mốt mơ mờ mở mỡ mớ mợ mời mù
mũ mụ mua mùa múa múc mục mui mùi mũi muồi muỗi muối muôn muốn muộn muông muống mút mưa mức mực mừng mươi
mười mướn mượn mương mường mượt mỹ na nác nách nai nài nải nái nại nam nạm nan nàn nản nạn nang nàng nanh
não náo nạo nạp nát nạt nay nảy náy nắc nằm nắm năn nặn năng nẵng nắng nặng nấc nấm nậm nâng nâu nẫu nấu nẩy
nẻ né nem ném nén neo nẻo néo nép nẹp nét nê nề nể nêm nếm nền nến nếp nết nga ngả ngã ngạc ngạch ngai ngài
ngãi ngại ngàn ngang ngày ngáy ngăm ngắm ngăn ngắn ngắt ngẫm ngấm ngậm ngân ngất ngẫu ngây nghe nghé nghẽn
nghén nghẹn nghèo nghẹt nghê nghề nghễ nghệ nghềnh nghi nghỉ nghĩ nghĩa nghịch nghiêm nghiệm nghiên nghiền
nghiện nghiêng nghiệp nghiệt nghỉm nghìn ngỏ ngõ ngó ngoài ngoại ngoan ngoạn ngoáy ngoặc ngoắt ngoặt ngọc
ngoẹo ngòi ngói ngon ngón ngọn ngóng ngọt ngô ngộ ngôi ngồi ngôn ngột ngỡ ngủ ngũ ngụ ngúc ngục nguệch nguôi
nguội nguồn nguy nguyền nguyễn nguyện nguyệt nguýt ngư ngữ ngừa ngửa ngựa ngực ngửi ngưng ngừng ngược ngưỡng
ngượng nha nhà nhả nhã nhạc nhai nhãi nhái nham nhảm nhan nhàn nhãn nhang nhàng nhanh nhành nhánh nhao nhào
nhão nhạo nháp nhát nhạt nhảy nháy nhạy nhắc nhăm nhằm nhắm nhăn nhằn nhẵn nhắn nhặt nhầm nhấm nhậm nhẫn
nhấn nhấp nhập nhật nhậu nhầy nhậy nhẽ nhé nhẹ nhen nheo nhét nhể nhễ nhện nhi nhì nhĩ nhí nhị nhiễm nhiên
nhiếp nhiệt nhiêu nhím nhìn nhíp nhịp nho nhỏ nhọ nhóc nhọc nhói nhòm nhóm nhọn nhóng nhổ nhồi nhôm nhồm
nhộn nhông nhộng nhơ nhờ nhở nhỡ nhớ nhơn nhờn nhớt nhu nhủ nhũ nhú nhua nhuần nhuận nhúc nhục nhúm nhún
nhung nhũng nhúng nhuộm nhụy nhuyễn nhừ nhử nhứ nhựa nhức nhược nhường nhượng ni nia niêm niềm niệm niên
niêu ninh níu no nõ nó nọ nóc nọc nòi nom non nón nong nòng nóng nô nổ nỗ nộ nốc nôi nổi nỗi nối nôn nông
nồng nộp nốt nơ nở nợ nới nơm nớp nụ núc núi nung nùng nũng nuôi nuối nuốt núp nút nư nữ nửa nữa nứa nức nực
nưng nước nườm nương nướng oai oan oán oanh oằn oắt óc oi ỏi ong óng ọp ót ô ồ ổ ố ốc ôi ổi ối ôm ốm ôn ồn
ổn ông ống ốp ộp ốt ờ ợ ơi ời ới ỡm ơn ớn ớt phà phá phác phách phai phái phàm phạm phan phàn phản phán phao
pháo pháp phạt phay phắc phăng phẳng phẩm phẫn phấn phận phập phất phật phẫu phây phẩy phe phen phèn phép
phét phê phế phễu phi phì phỉ phí phía phích phiếm phiên phiền phiến phiệt phiêu phiếu phim phím phin phình
phỉnh phò phó phong phòng phỏng phóng phô phổ phôi phổi phồn phông phồng phơ phở phơi phới phu phù phủ phú
phụ phúc phục phun phung phụng phút phức phước phưỡn phường phướng phượng qua quà quá quạ quách quai quái
quàn quản quán quang quàng quảng quãng quanh quành quạnh quát quạt quay quắc quặc quăn quằn quặn quăng quẳng
quặng quắt quặt quân quần quẩn quấn quận quất quật quây quầy quẩy quậy que què quen quét quẹt quê quế quệ
quên quít quốc quỳ quỷ quỹ quý quyên quyển quyến quyệt quỳnh quýnh quýt rà rả rã rác rạc rách rạch rải rãi
rái ràm rán rạn rang ràng ráng rạng ranh rành rảnh rãnh rào rảo ráo ráp rạp rát rau ráy rắc răm rắm rằn rắn
rặn răng rằng rặng rắp râm rầm rẫm rậm rân rần rận rấp rập rất rật râu rầu rây rầy rẫy rè rẻ rẽ ré rèm ren
rèn reo réo rét rê rề rể rễ rệp rệt rêu rì rỉ rí rìa rịa riết riêu rịn rình rít ríu rò rỏ rọ róc rọc roi rọi
rồ rỗ rộ rốc rôi rồi rỗi rối rốn rộn rông rồng rỗng rộng rốp rốt rờ rỡ rớ rơi rời rỡi rơm rờn rợn rớt rợt rù
rủ rũ rùa rúc rục rui rủi rum run rún rùng rụng ruốc ruồi ruồng ruộng ruột rút rụt rừ rửa rữa rực rưng rừng
rước rưỡi rưới rượi rướn rương rường rượu sa sả sã sách sạch sai sài sải sái sàn sản sán sạn sang sàng sảng
sáng sành sảnh sánh sao sào sáo sạo sạp sát sạt sáu say sắc sặc săm sắm săn sẵn sắn sằng sắp sắt sặt sâm sầm
sẩm sấm sậm sân sấn sấp sập sất sâu sầu sấu sây sấy sậy se sẻ sẹ sen sẹo sét sê sề sên sếp sếu si sỉ sĩ
siêng siết siêu sim sình sính sít so sò sọ soái soạn soát soạt sóc sọc soi sỏi sõi sói son sòn song sòng
sóng sót sọt sô sồ sổ sộ sốc sộc sôi sồi sổi sông sồng sổng sống sốt sột sơ sờ sớ sợ sởi sợi sơn sờn sớt su
sú sụ suất súc sục sui sủi sụm sun sùng sủng súng suối suông suồng suốt sụp sút sụt suy suýt sư sử sứ sửa
sữa sứa sức sực sưng sừng sững sưởi sườn sương sướng sượng sưu ta tà tả tã tá tạ tạc tách tai tài tải tái
tam tàm tám tạm tàn tản tán tang tàng tảng táng tạng tanh tành tánh tạnh tao tào tảo táo tạo táp tạp tát tạt
tàu tay tày táy tăm tằm tắm tắn tăng tặng tắp tắt tặt tầm tẩm tấm tân tần tấn tận tâng tầng tấp tất tật tầu
tẩu tấu tây tẩy tấy te tè tẻ té tem tém teo tẹo tép tét tê tề tể tế tệ tếch tên tênh tết tha thà thả thác
thạc thách thạch thai thải thái thàm thảm thám than thản thán thang tháng thanh thảnh thánh thạnh thao thào
tháo thạo tháp thau thảy thắc thăm thẳm thắm thăn thắn thăng thằng thẳng thắng thắp thắt thâm thầm thấm thậm
thân thần thẩn thận thấp thập thất thật thâu thầu thấu thây thầy thấy the thè thẻ thé then thẹn thép thét
thê thề thế thêm thềm thếp thết thêu thi thỉ thí thị thia thìa thích thiếc thiêm thiên thiền thiến thiện
thiêng thiếp thiệp thiết thiệt thiêu thiểu thiếu thiệu thìn thinh thình thỉnh thính thịnh thịt tho thò thỏ
thó thọ thoa thỏa thoải thoái thoại thoáng thoát thòi thỏi thói thòm thon thỏn thòng thõng thót thô thồ thổ
thốc thôi thổi thối thôn thốn thộn thốt thơ thờ thở thớ thợ thới thơm thớt thu thù thủ thú thụ thuần thuẫn
thuận thuật thúc thục thuê thuế thung thùng thủng thúng thuốc thuộc thuồng thuột thuở thùy thủy thúy thuyền
thuyết thư thử thứ thưa thừa thửa thứa thức thước thương thưởng thướng thượng ti tì tỉ tí tị tia tía tích
tịch tiếc tiệc tiêm tiềm tiệm tiên tiền tiễn tiến tiện tiếng tiết tiệt tiêu tiều tiểu tiếu tim tìm tím tín
tinh tĩnh tính tịnh tít tịt tiu tò tỏ toa toà toạ tỏa toác toài toại toan toàn toán toang toát tóc tọc toe
tỏi tóm tong tòng tóp tót tô tố tốc tộc tồi tối tội tôm tôn tồn tổn tốn tông tổng tống tốt tột tơ tờ tớ tới
tởm trà trã trá trác trạch trai trài trải trái trại tràm trám trạm tràn trán trang tràng tráng trạng tranh
tránh trào trảo tráo trạo tráp trát trau tráu tray trắc trăm trăn trằn trăng trắng trâm trầm trẫm trân trần
trấn trận trật trâu trầu trấu trây trẩy tre trẻ trẽ treo trèo tréo trẹo trề trễ trệ trệt trêu tri trì trĩ
trí trích trịch triền triển triện triết triệt triều triệu trinh trịnh trĩu tro trò trỏ trọ tróc trọc tròn
trọn tròng tróng trót trọt trô trổ trộ trôi trổi trối trội trốn trộn trông trồng trống trộng trơ trở trớ trợ
trời trơn trớn trợn trớt trợt tru trù trũ trú trụ trùa truân truất trúc trục trui trùm trùng trũng trúng
truy truyền truyện trừ trữ trứ trưa trưng trừng trứng trược trườn trương trường trưởng trướng trượng trượt
tù tủ tú tụ tuân tuần tuẫn tuấn tuất túc tục tủi túi tum tung tùng túng tụng tuổi tuôn tuồng tuột tụt tuy
tuỷ tùy túy tuyên tuyển tuyến tuyết tuyệt tư tử tứ tựa tức tước tươi tưới tương tường tưởng tướng tượng tựu
ty tỷ ủ ùa ủa úa uất úc uể úm ùn ung ùng ủng úng uốn uổng uống úp uy úy uyên uyển ừ ứ ự ưa ức ưng ửng ứng
ước ươm ươn ườn ưỡn ướp ướt ượt ưu va vả vã vá vạ vác vạc vách vạch vai vài vải vãi vái vại vạm van vàn vãn
ván vạn vang vàng vãng váng vạng vanh vành váo váp vát vạt vay vày vảy váy vắc vằn vắn vặn văng vằng vẳng
vắng vắt vặt vân vần vẩn vẫn vận vâng vầng vấp vất vật vây vầy vẩy vẫy vấy ve vè vẻ vẽ vé ven vẹn véo vét
vẹt vê vế vệ vên vênh vết vệt vi vỉ vĩ ví vị via vỉa vía viếc viêm viền viễn viện viếng việt vịn vinh vĩnh
vịnh vít vịt vo vò vỏ võ vó vọ vóc voi vòi vói vòm vong vòng võng vọng vọp vót vô vồ vỗ vố vốc vôi vội vồn
vốn vồng vống vơ vờ vở vỡ vớ vợ vơi vời vợi vớt vợt vu vù vũ vú vua vùa vục vui vùi vun vún vung vùng vũng
vụng vuông vuốt vuột vụt vữa vực vừng vững vươn vườn vượn vương vướng vượng vượt xa xà xả xã xá xạ xác xách
xạch xài xái xam xàm xám xan xanh xao xào xảo xáo xạo xát xay xảy xắc xắn xăng xắp xấc xâm xấp xâu xấu xe xẻ
xẽ xé xén xèo xéo xê xế xếch xếp xi xì xỉ xí xị xía xích xịch xiếc xiêm xiên xiềng xiết xiêu xinh xít xìu xo
xỏ xó xoa xóa xoạc xoài xoàn xoang xoay xoáy xoăn xoắn xóc xoè xoi xóm xon xong xót xô xổ xộc xôi xối xông
xống xốp xốt xơ xớ xơi xởi xới xu xù xú xua xuân xuất xúc xuể xui xụi xung xuồng xuống xuyên xuyến xuýt xử
xứ xưa xức xưng xứng xước xược xương xưởng y ỳ ỷ ỹ yếm yên yến yết yêu yểu yếu
"""
"""Other syllables in use, in dictionary order; the list is for weighing, not for spelling."""
