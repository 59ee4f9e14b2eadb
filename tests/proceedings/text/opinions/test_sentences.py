"""VĂN BẢN MẪU: single sentences as many hands write them, each with its kind and its anchor in the sample draft."""

from proceedings.text.opinions import Kind, propose

#: Kind, anchor ("-" for none) and the sentence; "no" asks for nothing.
SENTENCES = """
amend dieu-5.khoan-2 | Tại khoản 2 Điều 5: Đề nghị chỉnh sửa lại như sau: “Nội dung phối hợp bao gồm”.
add dieu-12 | Điều 12, đề nghị bổ sung thêm 01 khoản quy định về trách nhiệm hướng dẫn.
remove dieu-18.khoan-2 | Đề nghị bỏ nội dung tại khoản 2 Điều 18 do không cần thiết.
amend dieu-7 | Điều 7: Đề nghị nghiên cứu gộp khoản 1 và khoản 2.
amend dieu-3.khoan-2 | Điều 3, Khoản 2: thay dấu “;” bằng dấu “,”.
amend dieu-16 | Đề nghị cân nhắc quy định về thời hạn báo cáo tại Điều 16 cho phù hợp với thực tế.
add dieu-17 | Đề nghị xem xét, bổ sung vào Điều 17 quy định về thành phần dự hội nghị.
ask dieu-19 | Đề nghị Ban soạn thảo giải thích rõ thêm nội dung Điều 19.
agree - | Nhất trí với dự thảo Quy chế.
agree - | Tỉnh ủy cơ bản thống nhất với nội dung dự thảo Quy chế do Đảng ủy Công an Trung ương xây dựng.
agree - | Ban Thường vụ thống nhất cao với sự cần thiết ban hành Quy chế.
amend dieu-13 | Tại Điều 13 có ghi “Tỉnh ủy, Thành ủy” là chưa chính xác, đề nghị sửa lại.
amend - | Đề nghị thống nhất cách viết hoa trong toàn bộ dự thảo.
amend - | Đề nghị rà soát lại lỗi chính tả, kỹ thuật trình bày.
no - | Công an tỉnh đã tham mưu cấp ủy bổ sung quy chế phối hợp.
no - | Trong quá trình thực hiện, có việc phải bổ sung, sửa đổi nhiều lần.
no - | Sau đây, tôi xin trình bày một số kết quả đạt được.
no - | Một là, công tác phối hợp ngày càng đi vào nền nếp.
no - | Hai là, cần quán triệt sâu sắc nghị quyết của Đảng.
no - | Cần tiếp tục đổi mới phương thức lãnh đạo của cấp ủy đối với lực lượng Công an.
amend chuong-3 | Chương III đề nghị đổi tên thành “Trách nhiệm của các bên”.
amend dieu-16.khoan-1 | Khoản 1 Điều 16 (trang 7): sửa “hằng quý” thành “hàng quý”.
add dieu-8 | Đề nghị thêm một khoản sau khoản 5 Điều 8 về chế độ chính sách.
amend dieu-10 | Về Điều 10 (Công tác kiểm tra, giám sát): đề nghị quy định cụ thể hơn trách nhiệm của mỗi bên.
other - | Kiến nghị Trung ương quan tâm bố trí kinh phí cho Công an xã.
amend dieu-6 | Đề nghị Ban soạn thảo nghiên cứu, điều chỉnh tên Điều 6 cho bao quát hơn.
ask - | Quy chế này có hiệu lực với Công an cấp huyện không, đề nghị làm rõ?
amend dieu-20.khoan-1 | Khoản 1 Điều 20: “có hiệu lực kể từ ngày ký” đề nghị sửa thành “có hiệu lực sau 30 ngày”.
agree dieu-15 | Đối với Điều 15, chúng tôi không có ý kiến.
remove dieu-5.khoan-2.diem-b | Bỏ điểm b khoản 2 Điều 5.
amend dieu-5.khoan-2.diem-b | Điểm b, khoản 2, Điều 5 nên viết gọn thành: “Thông tin về tình hình”.
amend dieu-12.khoan-3 | k3 Đ12: sửa lại câu chữ.
amend - | Dự thảo Quy chế cần rút gọn hơn nữa.
amend dieu-1 | Điều 1. Phạm vi điều chỉnh: Đề nghị tách riêng đối tượng áp dụng.
amend chuong-2 | Chương II: nên bố cục lại theo hướng gộp Điều 6 và Điều 7.
add dieu-9 | Điều 9 chưa đề cập đến việc bảo vệ bí mật nhà nước, đề nghị bổ sung cho đầy đủ.
no - | Ban Thường vụ Tỉnh ủy đề nghị các cấp ủy trực thuộc thực hiện nghiêm túc.
amend dieu-2.khoan-1 | Tại khoản 1 Điều 2, đề nghị thay từ "Giúp" bằng từ "Hỗ trợ" cho phù hợp.
amend dieu-11 | Điều 11: sửa lại tên điều là “Công tác dân vận”
"""


def read(row):
    expected, _, text = row.partition(" | ")
    kind, anchor = expected.split()
    return kind, "" if anchor == "-" else anchor, text


def test_sentences_are_read_as_they_are_meant(draft):
    wrong = []
    for kind, anchor, text in map(read, SENTENCES.strip().split("\n")):
        found = [
            (str(one.kind), one.anchor) for one in propose(text, draft) if one.kind is not Kind.NO_REQUEST
        ]
        if found != ([] if kind == "no" else [(kind, anchor)]):
            wrong.append((text, found))

    assert wrong == []
