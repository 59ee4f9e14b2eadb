"""Small texts with the dirt of real ones, each with the units that it holds, a line a text."""

import unicodedata

import pytest

from tests.proceedings.text.structure.trees import codes, outline_of, units

# ruff: noqa: E501, SIM905 – a text is read best on the lines that it has

VECTORS = {
    "titles on the same line, the next, over several": (
        "Chương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nÁp dụng cho mọi người.\nChương II\nTỔ CHỨC\nVÀ HOẠT ĐỘNG\n"
        "CỦA BAN CHỈ ĐẠO\nĐiều 2\nNguyên tắc\nDân chủ.\nCHƯƠNG III:\n\nThi hành\nĐiều 3: Hiệu lực\nTừ ngày ký.",
        "chuong-1 dieu-1 chuong-2 dieu-2 chuong-3 dieu-3",
    ),
    "signs behind the number": (
        "Điều 1: Một\nA.\nĐiều 2 : Hai\nB.\nĐiều 3- Ba\nC.\nĐiều 4 . Bốn\nD.\nĐiều 5 – Năm\nE.\nĐiều 6 Sáu\nG.\n"
        "Điều 7/ Bảy\nH.\nĐiều 8.Tám\nI.\nĐIỀU 9. CHÍN\nK.\nĐiều 10.- Mười\nL.",
        " ".join(f"dieu-{number}" for number in range(1, 11)),
    ),
    "numbers in words": (
        "Chương thứ nhất\nNÓI CHUNG\nĐiều thứ nhất: Nay đặt ra một Ủy ban.\nĐiều thứ hai: Ủy ban có năm người.\n"
        "Chương thứ hai\nTHI HÀNH\nĐiều thứ ba - Các ông Bộ trưởng thi hành sắc lệnh này.\n"
        "Điều thứ mười một. Không có ở đây",
        "chuong-1 dieu-1 dieu-2 chuong-2 dieu-3 dieu-11",
    ),
    "words for tens": (
        "\n".join(
            f"Điều thứ {word}: Nội dung."
            for word in [
                *"nhất hai ba tư năm sáu bảy tám chín mười".split(),
                "mười một",
                "mười hai",
                "mười ba",
                "mười bốn",
                "mười lăm",
            ]
        ),
        " ".join(f"dieu-{number}" for number in range(1, 16)),
    ),
    "parts with letters": (
        "PHẦN A\nQUY ĐỊNH CHUNG\nĐiều 1. Một\nA.\nPHẦN B: RIÊNG\nĐiều 2. Hai\nB.\nPHẦN C\nCUỐI\nĐiều 3. Ba\nC.",
        "phan-a dieu-1 phan-b dieu-2 phan-c dieu-3",
    ),
    "all levels": (
        "Phần thứ nhất\nCHUNG\nChương I\nMỘT\nMục 1\nHAI\nTiểu mục 1. BA\nĐiều 1. Bốn\n1. Năm:\na) Sáu;\nb) Bảy.\n"
        "Tiểu mục 2\nTÁM\nĐiều 2. Chín\nMười.\nMục 2. MƯỜI MỘT\nĐiều 3. Mười hai\nMười ba.",
        "phan-1 phan-1.chuong-1 phan-1.chuong-1.muc-1 phan-1.chuong-1.muc-1.tieu-muc-1 dieu-1 dieu-1.khoan-1 "
        "dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b phan-1.chuong-1.muc-1.tieu-muc-2 dieu-2 phan-1.chuong-1.muc-2 "
        "dieu-3",
    ),
    "chapters that begin anew in each part": (
        "PHẦN I\nMỘT\nChương I\nA A\nĐiều 1. X\nx.\nChương II\nB B\nĐiều 2. Y\ny.\nPHẦN II\nHAI\nChương I\nC C\n"
        "Điều 3. Z\nz.",
        "phan-1 phan-1.chuong-1 dieu-1 phan-1.chuong-2 dieu-2 phan-2 phan-2.chuong-1 dieu-3",
    ),
    "inserted units": (
        "Chương I\nA\nĐiều 12. Mười hai\n1. Một.\n2. Hai:\na) Á;\na1) Á một;\nb) Bê.\n2a. Hai a.\n3. Ba.\nĐiều 12a. Mười hai a\n"
        "Nội dung.\nĐiều 12b. Mười hai b\nNội dung.\nChương Ia\nCHÈN\nĐiều 13. Mười ba\nNội dung.",
        "chuong-1 dieu-12 dieu-12.khoan-1 dieu-12.khoan-2 dieu-12.khoan-2.diem-a dieu-12.khoan-2.diem-a1 "
        "dieu-12.khoan-2.diem-b dieu-12.khoan-2a dieu-12.khoan-3 dieu-12a dieu-12b chuong-ia dieu-13",
    ),
    "letters in their order": (
        "Điều 1. Một\n1. Gồm:\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\ng) G;\nh) H;\ni) I;\nk) K.",
        "dieu-1 dieu-1.khoan-1 " + " ".join(f"dieu-1.khoan-1.diem-{letter}" for letter in "abcdđeghik"),
    ),
    "letters without đ, and with f": (
        "Điều 1. Một\n1. Gồm:\na) A;\nb) B;\nc) C;\nd) D;\ne) E;\nf) F;\ng) G.",
        "dieu-1 dieu-1.khoan-1 " + " ".join(f"dieu-1.khoan-1.diem-{letter}" for letter in "abcdefg"),
    ),
    "signs of khoản and điểm": (
        "Điều 1. Một\n1- Một\na- A;\nb- B.\n2- Hai\nĐiều 2. Hai\n1/ Một\na/ A\nb/ B\n2/ Hai\nĐiều 3. Ba\n1) Một\na. A\nb. B\n"
        "2) Hai\nĐiều 4. Bốn\n1.Một:\n(a) A\n(b) B\n2.Hai",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-2 dieu-2 dieu-2.khoan-1 "
        "dieu-2.khoan-1.diem-a dieu-2.khoan-1.diem-b dieu-2.khoan-2 dieu-3 dieu-3.khoan-1 dieu-3.khoan-1.diem-a "
        "dieu-3.khoan-1.diem-b dieu-3.khoan-2 dieu-4 dieu-4.khoan-1 dieu-4.khoan-1.diem-a dieu-4.khoan-1.diem-b "
        "dieu-4.khoan-2",
    ),
    "numbers under numbers": (
        "Điều 1. Một\n1. Một\n1.1. Một một\n1.2. Một hai\n2. Hai\n2.1 Hai một\nĐiều 2. Hai\n2.1. A\n2.2. B",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-1-1 dieu-1.khoan-1.diem-1-2 dieu-1.khoan-2 dieu-1.khoan-2.diem-2-1 "
        "dieu-2 dieu-2.khoan-2-1 dieu-2.khoan-2-2",
    ),
    "figures that are no khoản": (
        "Điều 1. Mức chi\n1. Mức chi là\n1.500.000 đồng và\n2.000.000 đồng;\n2. Thời hạn đến\n3/12/2020 hoặc\n1-1-2021.\n3. Hết.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-3",
    ),
    "another row of numbers inside a khoản": (
        "Điều 1. Một\n1. Gồm các bước:\n1) Nộp đơn;\n2) Xét đơn;\n3) Trả lời.\n2. Hai.\n3. Ba:\na) Gồm:\n1. Một;\nb) Hết.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-3 dieu-1.khoan-3.diem-a dieu-1.khoan-3.diem-b",
    ),
    "roman numbers under a điểm": (
        "Điều 1. Một\n1. Gồm:\na) Các loại:\ni) Loại một;\nii) Loại hai;\nb) Khác;\nc) Hết.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-1.diem-c",
    ),
    "false friends": (
        "Chương I\nCHUNG\nĐiều 1. Một\nChương trình công tác năm gồm:\nMục tiêu chung là phát triển.\nMục đích sử dụng.\n"
        "Phần mềm do Bộ cấp.\nPhần lớn kinh phí tự lo.\nChương II của Luật này quy định chi tiết.\n"
        "Mục 2 Chương III của Nghị định này.\nĐiều kiện hưởng.\nĐiều 2. Hai\nHết.",
        "chuong-1 dieu-1 dieu-2",
    ),
    "citations broken over two lines": (
        "Điều 4. Bốn\n1. Việc xử lý theo quy định tại\nĐiều 5 của Luật này quy định.\n2. Thực hiện theo khoản 1\n"
        "Điều 5. Trường hợp khác theo các\nĐiều 5, 6 và 7.\n3. Như điểm a khoản\n4. Điều này.\nĐiều 5. Năm\nHết.",
        "dieu-4 dieu-4.khoan-1 dieu-4.khoan-2 dieu-4.khoan-3 dieu-5",
    ),
    "a citation without its sentence's head": (
        "Điều 1. Một\nNội dung.\nĐiều 7 Luật Đất đai quy định khác thì theo luật đó.\nĐiều 2. Hai\nHết.",
        "dieu-1 dieu-2",
    ),
    "quoted amendments": (
        "Điều 1. Sửa đổi, bổ sung một số điều\n1. Điều 2 được sửa đổi như sau:\n“Điều 2. Hai mới\n1. Một.\n2. Hai.”\n"
        "2. Sửa khoản 3 như sau:\n“3. Ba mới.”.\n3. Bổ sung Chương IIa như sau:\n“Chương IIa\nMỚI\nĐiều 9a. Chín a\n"
        "Nội dung\nĐiều 9b. Chín b\nNội dung.”;\nĐiều 2. Hiệu lực\nTừ ngày ký.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-3 dieu-2",
    ),
    "straight quotes": (
        'Điều 1. Sửa đổi\n1. Sửa Điều 4 như sau:\n"Điều 4. Bốn\n1. Gọi là "cơ quan".\n2. Hai."\n2. Bỏ Điều 5.\n'
        'Điều 2. Hiệu lực của "Quy chế"\nTừ ngày ký.',
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2",
    ),
    "a quotation in a quotation that was not closed": (
        "Điều 1. Sửa đổi\n1. Điều 4 như sau:\n“Điều 4. Bốn\n1. Gọi là “cơ quan.\n2. Hai.”\n2. Bỏ Điều 5.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2",
    ),
    "a quotation without an end": (
        "Điều 1. Sửa đổi Điều 8 như sau:\n“Điều 8. Tám\n1. Một.\n2. Hai.\nĐiều 2. Hiệu lực\n1. Từ ngày ký.\n2. Hết.\nĐiều 3. Thi hành\nHết.",
        "dieu-1 dieu-2 dieu-2.khoan-1 dieu-2.khoan-2 dieu-3",
    ),
    "a forgotten end before the next announcement": (
        "Điều 1. Sửa đổi\n1. Sửa Điều 8 như sau:\n“Điều 8. Tám\nNội dung.\n2. Sửa Điều 9 như sau:\n“Điều 9. Chín\nNội dung.”\n"
        "3. Bỏ Điều 10.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-3 dieu-2",
    ),
    "an unclosed quotation in the preamble": (
        "Căn cứ Luật “Tổ chức Chính phủ;\nXét đề nghị của Bộ trưởng;\nQUYẾT ĐỊNH:\nĐiều 1. Một\nA.\nĐiều 2. Hai\nB.\n"
        "Điều 3. Ba\nC.\nĐiều 4. Bốn\nD.\nĐiều 5. Năm\nE.",
        "dieu-1 dieu-2 dieu-3 dieu-4 dieu-5",
    ),
    "an amendment without quotes": (
        "Điều 1. Sửa đổi Điều 2 như sau:\nĐiều 2. Hai mới\nNội dung mới.\nĐiều 2. Hiệu lực\nTừ ngày ký.\nĐiều 3. Thi hành\nHết.",
        "dieu-1 dieu-2 dieu-3",
    ),
    "older articles written out without quotes": (
        "Điều 1. Sửa đổi một số điều như sau:\nĐiều 15. Mười lăm\nMới.\nĐiều 16. Mười sáu\nMới.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
        "dieu-1 dieu-2",
    ),
    "footnotes glued to numbers": (
        "Điều 23. Hai ba\nA.\nĐiều 24.8 Hai bốn\nB.\nĐiều 25.[12] Hai lăm\nC.\nĐiều 269. Hai sáu\nD.\nĐiều 27[3]. Hai bảy\nE.",
        "dieu-23 dieu-24 dieu-25 dieu-26 dieu-27",
    ),
    "missing and repeated numbers": (
        "Điều 1. Một\nA.\nĐiều 2. Hai\nB.\nĐiều 4. Bốn\nC.\nĐiều 5. Năm\nD.\nĐiều 5. Năm nữa\nE.\nĐiều 6. Sáu\nG.",
        "dieu-1 dieu-2 dieu-4 dieu-5 dieu-5~2 dieu-6",
    ),
    "a misprinted number": (
        "Điều 11. A\nA.\nĐiều 12. B\nB.\nĐiều 3. C\nC.\nĐiều 14. D\nD.\nĐiều 15. E\nE.",
        "dieu-11 dieu-12 dieu-3 dieu-14 dieu-15",
    ),
    "a decision and its regulation": (
        "QUYẾT ĐỊNH\nVề việc ban hành Quy chế\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quy chế.\n"
        "Điều 2. Hiệu lực từ ngày ký.\nNơi nhận:\n- Như Điều 2;\n1. Lưu.\nCHỦ TỊCH\nNguyễn Văn A\n"
        "QUY CHẾ\nLàm việc của Ủy ban\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\nChương I\nCHUNG\nĐiều 1. Phạm vi\n"
        "A.\nĐiều 2. Đối tượng\nB.\nChương II\nRIÊNG\nĐiều 3. Ba\nC.",
        "dieu-1 dieu-2\nchuong-1 dieu-1 dieu-2 chuong-2 dieu-3",
    ),
    "a regulation without chapters, no signature before it": (
        "Điều 1. Ban hành kèm theo Quy định này.\nĐiều 2. Thi hành.\nQUY ĐỊNH\nVề quản lý đô thị\n"
        "(Ban hành kèm theo Quyết định)\nĐiều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.",
        "dieu-1 dieu-2\ndieu-1 dieu-2",
    ),
    "a regulation after an annex": (
        "Điều 1. Ban hành\nA.\nĐiều 2. Thi hành\nB.\nTM. ỦY BAN NHÂN DÂN\nPHỤ LỤC I\nDANH SÁCH ĐƠN VỊ\n1. Sở Tài chính\n2. Sở Y tế\n"
        "QUY CHẾ\nPHỐI HỢP\n(Ban hành kèm theo Quyết định số 2)\nChương I\nCHUNG\nĐiều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.",
        "dieu-1 dieu-2\nchuong-1 dieu-1 dieu-2",
    ),
    "forms in annexes": (
        "Chương I\nA\nĐiều 1. Một\nA.\nĐiều 2. Hai\nB.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nPHỤ LỤC\nMẪU QUYẾT ĐỊNH\nQUYẾT ĐỊNH:\n"
        "Điều 1. Thành lập.\nĐiều 2. Thi hành.\nĐiều 3. Hiệu lực.\nMẫu số 02\nHỢP ĐỒNG\nĐiều 1. Các bên\nĐiều 2. Giá\nĐiều 3. Phạt",
        "chuong-1 dieu-1 dieu-2",
    ),
    "a contract after the signatures": (
        "Điều 1. Một\nA.\nĐiều 2. Hai\nB.\nGIÁM ĐỐC\nHỢP ĐỒNG LAO ĐỘNG\nĐiều 1. Thời hạn\nx\nĐiều 2. Lương\ny\nĐiều 3. Hết\nz",
        "dieu-1 dieu-2",
    ),
    "annexes that are only named": (
        "Điều 1. Hồ sơ\n1. Hồ sơ gồm:\nMẫu số 01: Đơn đề nghị;\nPhụ lục I. Bản kê.\n2. Hết.\nĐiều 2. Hai\nB.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2",
    ),
    "a table of contents that repeats every heading": (
        "QUY CHẾ\nMỤC LỤC\nChương I QUY ĐỊNH CHUNG 1\nĐiều 1. Phạm vi 1\nĐiều 2. Đối tượng 2\nChương II TỔ CHỨC ..... 3\nĐiều 3. Tổ chức\t4\n"
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.\nChương II\nTỔ CHỨC\nĐiều 3. Tổ chức\nC.",
        "chuong-1 dieu-1 dieu-2 chuong-2 dieu-3",
    ),
    "a table of contents without title and pages": (
        "Chương I. CHUNG\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nChương II. RIÊNG\nĐiều 3. Tổ chức\nĐiều 4. Thi hành\n"
        "Chương I. CHUNG\nĐiều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.\nChương II. RIÊNG\nĐiều 3. Tổ chức\nC.\nĐiều 4. Thi hành\nD.",
        "chuong-1 dieu-1 dieu-2 chuong-2 dieu-3 dieu-4",
    ),
    "running heads in the middle": (
        "Điều 1. Một\n1. Gồm:\na) A;\nCÔNG BÁO/Số 294/Ngày 31-05-2026\n121\nb) B\nkéo dài;\n- 122 -\nc) C.\n2. Hai.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-1.diem-c dieu-1.khoan-2",
    ),
    "spaces, marks and invisible signs": (
        "\u00a0Chương\u00a0I\u00a0\nCHUNG\n\ufeffĐiều\u00a01.\u00a0Một\nA.\n  Ðiều 2. Hai\nB.\n\tĐiều  3 .  Ba\nC.\n\u200bĐiều 4: Bốn\r\nD.",
        "chuong-1 dieu-1 dieu-2 dieu-3 dieu-4",
    ),
    "written for a page": (
        "## Chương I\n**QUY ĐỊNH CHUNG**\n**Điều 1. Phạm vi**\nA.\n### Điều 2. Đối tượng\nB.",
        "chuong-1 dieu-1 dieu-2",
    ),
    "old words": (
        "Thiên thứ nhất\nNÓI CHUNG\nChương thứ nhất\nA A\nTiết thứ nhất\nB B\nĐiều thứ nhất - Một.\nTiết thứ hai\nC C\nĐiều thứ hai - Hai.",
        "phan-1 phan-1.chuong-1 phan-1.chuong-1.muc-1 dieu-1 phan-1.chuong-1.muc-2 dieu-2",
    ),
    "an article whose lead is a list of điểm": (
        "Điều 1. Một\nGồm:\na) A;\nb) B.\nĐiều 2. Hai\na. A\nb. B",
        "dieu-1 dieu-1.diem-a dieu-1.diem-b dieu-2 dieu-2.diem-a dieu-2.diem-b",
    ),
    "numbers said as ordinals, and misread": (
        "Điều thứ 1: Nay lập ra\nmột Hội đồng.\nĐiều thứ 2.- Hội đồng có năm người.\nĐiều III. Ba\nA.\nĐiều 4. Bốn\nB.\n"
        "Điều 5. Năm\nC.\nĐiều 6. Sáu\nD.\nĐiều 7. Bảy\nE.\nĐiều 8. Tám\nG.\nĐiều 9. Chín\nH.\nĐiều 1O. Mười\nI.\nĐiều 1l. Mười một\nK.",
        "dieu-1 dieu-2 dieu-3 dieu-4 dieu-5 dieu-6 dieu-7 dieu-8 dieu-9 dieu-10 dieu-11",
    ),
    "rows of a table that cite articles": (
        "Điều 1. Một\nA.\nĐiều 2. Cũ\tĐiều 2. Mới\tGhi chú\nĐiều 3. Cũ\tĐiều 3. Mới\tGhi chú\nĐiều 2. Hai\nB.",
        "dieu-1 dieu-2",
    ),
    "numbers with a tab, as Word makes them": (
        "Điều 1.\tPhạm vi\n1.\tMột:\na)\tA;\nb)\tB.\n2.\tHai.\nĐiều 2.\tĐối tượng\nHết.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-2 dieu-2",
    ),
    "two decisions one after the other": (
        "QUYẾT ĐỊNH\nVề việc A\nĐiều 1. Một\nĐiều 2. Hai\nNguyễn Văn A\nỦY BAN NHÂN DÂN\nSố: 2\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "QUYẾT ĐỊNH\nVề việc B\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Ba\nĐiều 2. Bốn",
        "dieu-1 dieu-2\ndieu-1 dieu-2",
    ),
    "a title in small letters": (
        "Điều 1. Ban hành.\nĐiều 2. Thi hành.\nTrưởng ban\nQuy chế\nLàm việc của Ban\n(ban hành kèm theo Quyết định số 2)\n"
        "Điều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.",
        "dieu-1 dieu-2\ndieu-1 dieu-2",
    ),
    "a regulation that is itself the appendix": (
        "Điều 1. Ban hành.\nĐiều 2. Thi hành.\nPhụ lục I\nQUY CHẾ HOẠT ĐỘNG\n(Kèm theo Quyết định số 2)\nChương I\nCHUNG\n"
        "Điều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.",
        "dieu-1 dieu-2\nchuong-1 dieu-1 dieu-2",
    ),
    "a form of a whole regulation": (
        "Điều 1. Một\nA.\nĐiều 2. Hai\nB.\nMẫu số 03\nQUY CHẾ QUẢN LÝ\n(Ban hành kèm theo Quyết định số …)\nChương I\nCHUNG\n"
        "Điều 1. …\nĐiều 2. …\nĐiều 3. …",
        "dieu-1 dieu-2",
    ),
    "headings broken by the page": (
        "Điều 1. Trách nhiệm của cơ quan\nchủ trì trong việc\ntổ chức\n1. Một.\n2. Hai.\nĐiều 2\nTrách nhiệm của cơ quan\nphối hợp\n1. Một.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2 dieu-2.khoan-1",
    ),
    "an article with a year at its end": (
        "Điều 1. Kế hoạch  2020\nA.\nĐiều 2. Kế hoạch  2021\nB.",
        "dieu-1 dieu-2",
    ),
    "footnotes of a consolidated text": (
        "Điều 1.[1] Một\nA.\nĐiều 2. Hai[2]\nB.\nXÁC THỰC VĂN BẢN HỢP NHẤT\nCHỦ NHIỆM\nKT. BỘ TRƯỞNG\n[1] Điều này được sửa đổi theo\n"
        "Điều 1 của Luật số 2.\n[2] Điều 2 và Điều 3 của Luật số 5 quy định như sau:\n“Điều 2. Hiệu lực\n1. Từ ngày ký.\nĐiều 3. Thi hành\nHết.”",
        "dieu-1 dieu-2",
    ),
    "jumps that only quote": (
        "Điều 1. Một\n1. A.\n9. Chín.\n2. B.\na) A;\ng) G;\nb) B.\nĐiều 2. Hai\nC.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-2.diem-a dieu-1.khoan-2.diem-b dieu-2",
    ),
    "a second row of khoản in one article": (
        "Điều 1. Hai bên\nBên A:\n1. Một.\n2. Hai.\nBên B:\n1. Một.\n2. Hai.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-1~2 dieu-1.khoan-2~2",
    ),
    "paragraphs without their full stop": (
        "Chương I\nMỘT\nĐiều 1. Một\n1. Theo quy định tại Điều này\n2. Theo khoản 2 Điều 7\nĐiều 2. Hai\nTheo quy định tại khoản 1\n"
        "Chương II\nHAI\nĐiều 3. Ba\na) Theo Điều 5\nb) Theo Luật này,\nĐiều 4. Bốn\nTheo quy định tại\nChương I của Quy chế.",
        "chuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2 chuong-2 dieu-3 dieu-3.diem-a dieu-3.diem-b dieu-4",
    ),
    "a chapter cited on a line of its own": (
        "Chương I\nMỘT\nĐiều 1. Một\nViệc khiếu nại theo quy định tại\nChương II\ncủa Luật này.\nChương II\nHAI\nĐiều 2. Hai\nA.",
        "chuong-1 dieu-1 chuong-2 dieu-2",
    ),
    "a gazette whose page breaks a sentence": (
        "Điều 4. Xác định số tiền phải nộp cho người bệnh\ntrong trường hợp chậm đóng\n1. Theo quy định tại khoản 1\n"
        "Điều 28 của Luật; theo các khoản 1, 2,\n3, 4, 5 và 6 Điều 12.\n 2. Mức đóng theo quy định tại\nĐiều 5 Luật Bảo hiểm\n\n"
        "CÔNG BÁO/Số 977 + 978/Ngày 25-7-2025\n7\ny tế; thực hiện theo\nĐiều 5. Đối tượng áp dụng\nkhác.\nĐiều 5. Đối tượng\n1. Hết.",
        "dieu-4 dieu-4.khoan-1 dieu-4.khoan-2 dieu-5 dieu-5.khoan-1",
    ),
    "articles counted anew in each chapter": (
        "Chương I\nMỘT\nĐiều 1. A\nXa.\nĐiều 2. B\nXb.\nChương II\nHAI\nĐiều 1. C\nXc.\nĐiều 2. D\nXd.\nĐiều 3. E\nXe.",
        "chuong-1 dieu-1 dieu-2 chuong-2 dieu-1~2 dieu-2~2 dieu-3",
    ),
    "a programme without articles after the decision": (
        "Điều 1. Ban hành.\nĐiều 2. Thi hành.\nCHỦ TỊCH\nKẾ HOẠCH\nPHÁT TRIỂN\n(Ban hành kèm theo Quyết định số 2)\nI. Mục tiêu\n1. Một.",
        "dieu-1 dieu-2",
    ),
    "an annex that a broken line names": (
        "Điều 1. Một\nDanh mục theo quy định của\nPhụ lục I kèm theo Nghị định này và\n1. Một.\nĐiều 2. Hai\nTheo mẫu nêu trong danh sách\n"
        "Phụ lục II kèm theo.\n1. Một.\n2. Hai.\nCHÁNH VĂN PHÒNG\nPhụ lục I: Danh mục\n1. Bàn.",
        "dieu-1 dieu-2 dieu-2.khoan-1 dieu-2.khoan-2",
    ),
    "a table of two columns": (
        "Điều 1. Mức\nTT\tMức\n1.\tMười đồng\n2.\tHai mươi đồng\nHết bảng.\nĐiều 2. Hai\nB.",
        "dieu-1 dieu-2",
    ),
    "amendments of khoản and điểm": (
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định\n1. Sửa đổi Điều 3 như sau:\na) Sửa khoản 1 như sau:\n“1. Một mới.\na) A.\nb) B.”;\n"
        "b) Bổ sung khoản 3a vào sau khoản 3 như sau:\n“3a. Ba a.”.\n2. Thay cụm từ “A” bằng cụm từ “B”.\nĐiều 2. Hiệu lực\nHết.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-2 dieu-2",
    ),
    "an excerpt that begins late": ("Điều 7. Bảy\nA.\nĐiều 8. Tám\nB.", "dieu-7 dieu-8"),
    "no articles": ("Kính gửi: Ban Tổ chức\nI. Tình hình\n1. Tốt.\n2. Chưa tốt.", ""),
}


@pytest.mark.parametrize("name", VECTORS)
def test_units_are_found(name):
    text, expected = VECTORS[name]

    assert units(outline_of(text)) == expected


@pytest.mark.parametrize("name", VECTORS)
def test_units_are_found_whatever_the_normal_form(name):
    text, expected = VECTORS[name]

    assert units(outline_of(unicodedata.normalize("NFD", text))) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("missing and repeated numbers", ["gap", "repeated"]),
        ("a misprinted number", ["gap", "out_of_order"]),
        ("footnotes glued to numbers", ["gap", "footnote_in_number"]),
        ("letters without đ, and with f", ["gap", "unusual_letter"]),
        ("a decision and its regulation", ["several_texts"]),
        ("a table of contents that repeats every heading", ["contents"]),
        ("a quotation without an end", ["open_quote"]),
        ("no articles", ["no_articles"]),
        ("all levels", []),
    ],
)
def test_what_is_doubtful_is_said(name, expected):
    assert codes(outline_of(VECTORS[name][0])) == expected
