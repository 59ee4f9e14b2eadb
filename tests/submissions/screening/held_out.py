"""Marks and look-alikes written after the rules were made, to try them on what they were not made for."""

S, T, A = "secret", "top_secret", "absolute"

AT_THE_TOP = [
    (S, ["⟦MẬT⟧"]), (S, ["… MẬT …"]), (S, ["▐ MẬT ▌"]), (T, ["║ TỐI", "MẬT ║"]), (A, ["<< TUYỆT MẬT >>"]),
    (S, ["MẬT\u00a0"]), (S, ["\u3000MẬT\u3000"]),
    (S, ["M\u0323A\u0302T"]), (T, ["TÔ\u0301I MÂ\u0323T"]), (A, ["TUYÊ\u0323T MẬT"]), (S, ["М А Т"]),
    (T, ["ТОІ МАТ"]), (A, ["ΤUΥỆΤ ΜẬΤ"]), (S, ["M\u034fẬT"]),
    (S, ["Loại: Mật"]), (S, ["Phân loại: Mật"]), (T, ["Mức độ bảo mật: Tối mật"]),
    (S, ["Độ mật (nếu có): Mật"]), (S, ["ĐỘ MẬT……: MẬT"]), (S, ["Độ Mật: Mật"]),
    (T, ["Độ mật = Tối mật"]), (S, ["Độ khẩn: Khẩn; Độ mật: Mật"]), (S, ["Độ khẩn: Thường\tĐộ mật: Mật"]),
    (S, ["☒ Mật ☐ Tối mật ☐ Tuyệt mật"]),
    (S, ["MẬT (dự thảo)"]), (S, ["DỰ THẢO - MẬT"]), (S, ["BẢN SỐ 5 - MẬT"]), (T, ["HỎA TỐC", "TỐI MẬT"]),
    (S, ["PHỤ LỤC MẬT"]), (S, ["HỒ SƠ MẬT"]), (S, ["Hồ sơ Mật"]), (S, ["KẾ HOẠCH MẬT"]),
    (S, ["NGHỊ QUYẾT (MẬT)"]),
    (S, ["Báo cáo Mật"]), (S, ["ĐIỆN MẬT"]), (S, ["CÔNG ĐIỆN MẬT"]), (S, ["MẬT/KHẨN"]), (S, ["MẬT+KHẨN"]),
    (A, ["TUYỆT MẬT (A)"]), (S, ["MẬT (C)"]), (S, ["Dấu mật: MẬT"]),
    (S, ["ĐẢNG CỘNG SẢN VIỆT NAM | MẬT"]), (S, ["MẬT | ĐẢNG CỘNG SẢN VIỆT NAM"]),
    (T, ["TỐI MẬT Bắc Ninh, ngày 05 tháng 7 năm 2021"]), (S, ["*                MẬT"]),
    (S, ["ỦY BAN NHÂN DÂN TỈNH BẮC NINH MẬT"]),
    (S, ["Số 12-CV/TU [Mật]"]), (S, ["Số: 07/M-PX01"]), (S, ["Số: 12/KH-BCA-C06(M)"]),
    (T, ["Số 33-KH/TU (TMật)"]), (S, ["Số 12 - CV/TU - (M)"]), (S, ["Số:12/CV-TU/M"]), (S, ["Số 12M-CV/TU"]),
    (S, ["TÀI LIỆU MẬT, CẤM SAO CHỤP DƯỚI MỌI HÌNH THỨC"]), (S, ["Tài liệu mật - Đề nghị không phổ biến"]),
    (S, ["MẬT – THU HỒI SAU HỘI NGHỊ"]), (S, ["Tài liệu này có mức độ mật: Mật"]),
    (S, ["Văn bản này đóng dấu Mật"]),
    (A, ["T U Y Ệ T", "M Ậ T"]), (S, ["M   Ậ   T"]), (S, ["MẬ T"]), (S, ["M ẬT"]), (A, ["TUYỆTMẬT"]),
    (A, ["Tuyệt-mật"]), (S, ["MẬT MẬT MẬT"]), (S, ["MẬT - MẬT"]),
]  # fmt: skip

ASIDE = [
    (S, "MẬT\t1"), (S, "1\nMẬT"), (S, "MẬT Trang 1 / 12"), (S, "Tài liệu Mật – Tỉnh ủy Bắc Ninh"),
    (T, "TỐI MẬT – KHÔNG SAO CHỤP"), (S, "Page 1 of 4 MẬT"), (S, "[Mật]"), (S, "M\nẬ\nT"),
    (S, "MẬT   MẬT   MẬT"), (S, "Độ mật: Mật | Trang 2"),
]  # fmt: skip

FILE_NAMES = [
    (S, "Bao cao (MAT).docx"), (S, "12 CV TU - MAT.docx"), (S, "12-CV-TU_Mat.pdf"), (S, "góp ý - mật.docx"),
    (T, "toi_mat_bao_cao.docx"), (A, "TUYET MAT - bao cao.docx"), (S, "Tài liệu Mật kèm theo.docx"),
    (S, "_MẬT_ góp ý.docx"), (S, "Báo cáo mật (1).docx"), (S, "bc.mật.pdf"), (S, "CV-MAT-2021-09.pdf"),
    (S, "Công văn 12 độ Mật.pdf"), (T, "BC số 12 Tối Mật.doc"), (S, "MAT_CV_12.doc"),
    (S, "KH 15 MẬT bản cuối.docx"),
]  # fmt: skip

LINES = [
    "Nâng cao mật độ cây xanh", "MẬT ĐỘ XÂY DỰNG", "Mật độ cư dân: 1.200 người/km2", "Mật danh", "Mật thư",
    "Mật nghị", "Mật vụ", "mật báo", "Mật rắn", "Túi mật", "SỎI MẬT", "Sỏi mật", "Mía mật", "Vị mật",
    "Ngọt như mật",
    "Gan, mật, tụy", "BÍ MẬT ĐỜI TƯ", "BÍ MẬT NHÀ NƯỚC", "BÍ MẬT QUÂN SỰ", "Bí mật nhà nước",
    "Bí mật nghề nghiệp", "bí mật thư tín, điện thoại, điện tín", "CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "THÂN MẬT", "Thân mật", "CẨN MẬT",
    "AN TOÀN, BẢO MẬT THÔNG TIN", "Bảo mật", "Chính sách bảo mật", "Mức độ bảo mật",
    "Cấp độ bảo mật: Cấp độ 3", "Độ bảo mật", "Danh mục bí mật nhà nước độ Mật của Đảng",
    "Lập danh mục tài liệu Tuyệt mật, Tối mật",
    "Hồ sơ có độ mật thì thực hiện theo quy định riêng", "Không gửi văn bản mật qua mạng",
    "Tài liệu mật phải được bảo quản riêng", "TÀI LIỆU KHÔNG MẬT", "Không mật", "Văn bản không mật", "Phi mật",
    "Độ mật: Không mật", "Độ mật: 0",
    "Độ mật: -", "Độ mật: ……/……", "Độ mật (nếu có):", "Độ mật: ☐ Mật ☐ Tối mật ☐ Tuyệt mật ☒ Không",
    "Mức độ mật, khẩn", "Độ mật\tĐộ khẩn\tSố bản", "Xác định bí mật nhà nước và độ mật của bí mật nhà nước",
    "Điều 5. Độ mật", "Mục 2. VĂN BẢN MẬT", "Chương II. BẢO VỆ BÍ MẬT NHÀ NƯỚC", "2. Độ Mật: 10 năm",
    "a) Độ Tuyệt mật: 30 năm;", "- Độ Tối mật là 20 năm;", "30 năm đối với bí mật nhà nước độ Tuyệt mật;",
    "MẶT TRẬN TỔ QUỐC", "MẶT TRẬN", "Mặt trời", "MẶT", "Mặt bằng", "KHÁM MẮT", "Vé mời: HỌP MẶT",
    "HỌP MẶT KỶ NIỆM 76 NĂM NGÀY TRUYỀN THỐNG", "Lễ gặp mặt", "LE RA MAT", "TIEN MAT",
    "THAY MAT BAN THUONG VU", "CAC MAT CONG TAC",
    "Mat bang", "UBMTTQ VIET NAM", "TAM THAT", "TOI XIN CAM ON", "Tôi", "TÔI", "Tối", "Tuyệt", "TUYỆT",
    "Tuyết", "Buổi tối mát", "Ông Lê Mật", "Bà Mật", "MẬT, Nguyễn Thị", "Thôn Mật", "Làng Lệ Mật", "LỆ MẬT",
    "Phố Lệ Mật, Hà Nội",
    "Số: 12/TTr-MTTQ-BTT", "Số 12-TM", "Số 12-QĐ/MTTQ", "M1", "M-12", "Điểm m khoản 2", "m)", "Mẫu M",
    "Mẫu số 12/M", "Số hiệu: M-2021", "Số máy: 12-M", "15/7", "TM", "(m)", "(M)", "Đơn vị: m", "Cột A", "A",
    "B", "C",
    "Maths", "MÀN HÌNH", "matt", "MTTQ", "MT", "MẠNG", "Mới", "Mắt", "MAT-XCO-VA", "Mát-xcơ-va",
    "Top Secret là tên một ban nhạc.", "Secretary", "SECRETARIAT",
]  # fmt: skip

INNOCENT_NAMES = [
    "soi mat.docx", "tui mat.pdf", "Làng Lệ Mật.docx", "le mat 2021.docx", "mat than so hoc.docx",
    "nguoi mat tich.xlsx", "Giay bao mat.docx", "bao cao mat can doi.docx", "bc mat an toan.docx",
    "CV ve viec mat so.docx", "Danh sach mat tran huyen.xls",
    "BC Mat tran 2021.docx", "CV Mat tran To quoc so 12.pdf", "cv mat bang.docx", "KH hop mat 27-7.docx",
    "GM gap mat.docx", "TB ket luan ra mat.docx", "Bảng mật độ.xlsx", "tham luan - bao mat.docx",
    "Mattran.docx", "matkhau.txt", "MatBang.docx", "HopMat2021.docx",
    "Luật BVBMNN.pdf", "nghi dinh 26 bao ve bi mat nha nuoc.pdf", "Danh mục bí mật nhà nước.pdf",
    "12-CV-MTTQ.pdf", "TTr-12-M.docx", "anh mat truoc.jpg", "CCCD mat sau.jpg", "scan mat truoc.pdf",
    "mat 1.jpg", "Trần Mật.docx",
]  # fmt: skip
