"""A second set, written after the rules had learnt from the first."""

S, T, A = "secret", "top_secret", "absolute"

AT_THE_TOP = [
    (S, ["Mật."]), (T, ["- TỐI MẬT -"]), (A, ["— TUYỆT MẬT —"]), (S, ["||MẬT||"]), (S, ["( M Ậ T )"]),
    (T, ["[T Ố I   M Ậ T]"]), (S, ["‹MẬT›"]), (S, ["★ MẬT ★"]), (S, ["MẬT ✱"]), (S, ["┃MẬT┃"]),
    (A, ["TUYỆT   MẬT"]), (T, ["Tối  mật"]), (A, ["tUYỆT mẬT"]), (T, ["TỐI", "│ MẬT │"]),
    (A, ["TUYỆT \u200b\u200bMẬT"]), (S, ["\u200fMẬT\u200f"]), (S, ["MẬT\u0332"]), (S, ["𝗠Ậ𝗧"]), (S, ["𝙼Ậ𝚃"]),
    (S, ["ℳẬT"]),
    (S, ["МẠ\u0302Т"]), (T, ["TÓI MẬT"]), (T, ["TOI MẬT"]), (A, ["TUYET MẬT"]), (A, ["TUYỆT MAT"]),
    (T, ["TỐI MÂT"]), (A, ["TUYÊT MÂT"]), (S, ["MẤ\u0323T"]), (S, ["MẪT"]), (S, ["(MAT)"]), (T, ["(Toi mat)"]),
    (S, ["Cấp độ: Mật"]), (S, ["Mức độ mật : Mật"]), (S, ["ĐỘ MẬT: Mật."]), (A, ["Độ mật:\tTuyệt mật"]),
    (T, ["Độ mật", ": Tối mật"]), (S, ["1. Độ mật: Mật"]), (S, ["- Độ mật: Mật"]), (S, ["Độ mật: M"]),
    (T, ["Độ mật: TM"]),
    (S, ["[x] Mật  [ ] Tối mật  [ ] Tuyệt mật"]), (T, ["□ Mật  ☑ Tối mật  □ Tuyệt mật"]),
    (S, ["MẬT - HỎA TỐC HẸN GIỜ"]), (T, ["TỐI MẬT; KHẨN"]), (S, ["THƯỢNG KHẨN", "MẬT"]), (S, ["KHẨN\tMẬT"]),
    (S, ["TỜ TRÌNH MẬT"]), (S, ["Đề án (Mật)"]),
    (S, ["THÔNG BÁO (MẬT)"]), (S, ["Quyết định mật"]), (S, ["VĂN BẢN MẬT – KHÔNG SAO CHỤP"]),
    (T, ["TÀI LIỆU TỐI MẬT - LƯU HÀNH NỘI BỘ"]), (S, ["Bản sao MẬT"]), (S, ["MẬT, Bản số 7"]),
    (S, ["TỈNH ỦY HÀ GIANG\tMẬT\tĐẢNG CỘNG SẢN VIỆT NAM"]), (S, ["Độc lập - Tự do - Hạnh phúc MẬT"]),
    (A, ["TUYỆT MẬT BỘ CÔNG AN"]), (S, ["Hà Giang, ngày 12 tháng 8 năm 2021 MẬT"]), (T, ["*\tTỐI MẬT"]),
    (S, ["VĂN PHÒNG   MẬT"]),
    (S, ["Số: 45/BC-UBND(M)"]), (S, ["Số 45 -BC/TU ( M )"]), (S, ["Số 45-BC/TU (mật)"]),
    (T, ["Số 45-BC/TU (Tối mật)"]), (A, ["Số 45-BC/TU (TuM)"]), (S, ["45-BC/TU-M"]), (S, ["Số: M/45-BC"]),
    (S, ["Số 45-BC/TU  (M)"]),
    (S, ["M", "Ậ", "T", "KHẨN"]), (S, ["TÀI LIỆU", "MẬT"]), (S, ["MẬT", "KHẨN"]),
    (A, ["BÍ MẬT NHÀ NƯỚC", "ĐỘ: TUYỆT MẬT"]), (S, ["VĂN BẢN", "ĐỘ MẬT: MẬT"]),
    (S, ["Mật", "TỈNH ỦY HÀ GIANG"]),
]  # fmt: skip

ASIDE = [
    (S, "mật"), (S, "- 2 - MẬT"), (S, "MẬT – 3/12"), (T, "Bản số 4\tTỐI MẬT"), (S, "VĂN BẢN MẬT | TỈNH ỦY"),
    (A, "T U Y Ệ T  M Ậ T"), (S, "Trang 1 trên 4\nMẬT"), (S, "M\u200bẬT"), (S, "Số 12-CV/TU (M)"),
    (S, "Độ mật : Mật"),
]  # fmt: skip

FILE_NAMES = [
    (S, "MẬT_BC_45.docx"), (S, "45-BC-TU_MẬT.pdf"), (S, "45-BC-TU(M).pdf"), (T, "BC 45 (toi mat).docx"),
    (A, "TUYETMAT.pdf"), (A, "Tuyet_Mat_2021.docx"), (S, "tai-lieu-mat.pdf"), (S, "Văn bản mật 45.docx"),
    (S, "do mat - mat.docx"),
    (S, "Kế hoạch mật.docx"), (S, "45. MẬT.docx"), (S, "MAT-BC-45.docx"), (S, "cv_so_45_mat.doc"),
    (S, "Báo cáo - Mật - bản cuối.docx"), (T, "dự thảo tờ trình (Tối Mật) lần 2.docx"),
]  # fmt: skip

LINES = [
    "Mật ngọt", "Mật hoa", "Sữa ong chúa, mật ong", "MẬT ONG RỪNG", "Đường mật", "Gạch mật", "Bí mật",
    "Tuyệt đối bí mật", "TUYỆT ĐỐI BÍ MẬT", "Tuyệt đối giữ bí mật", "Bí mật cá nhân", "Mã hóa, bảo mật",
    "BẢO MẬT DỮ LIỆU", "Tường lửa và bảo mật",
    "Luật Cơ yếu; Luật Bảo vệ bí mật nhà nước", "NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Quy định về văn bản mật", "Công tác văn thư, lưu trữ và bảo mật", "Việc giao nhận văn bản mật phải ký sổ",
    "Điều 3. Văn bản Mật",
    "Độ mật của văn bản", "Xác định mức độ mật", "Đề xuất độ mật", "Thay đổi độ mật", "Dấu độ mật",
    "Mẫu dấu độ mật", "Không xác định độ mật", "Độ mật: Chưa xác định", "Độ mật: Bình thường",
    "Độ mật: (để trống)", "Độ mật: …", "ĐỘ MẬT: KHÔNG", "Mức độ mật: (nếu có)",
    "1) Tuyệt mật", "2) Tối mật", "Tuyệt mật; Tối mật; Mật", "gồm Tuyệt mật, Tối mật và Mật.",
    "(Tuyệt mật, Tối mật, Mật)", "+ Tối mật;", "Tuyệt mật là 30 năm, Tối mật là 20 năm, Mật là 10 năm.",
    "Tài liệu độ Mật do cấp phòng quản lý.",
    "Mật khẩu mặc định được đổi sau lần đăng nhập đầu.", "Mất an ninh trật tự", "MẤT MÙA", "MẤT ĐOÀN KẾT",
    "Mặt khác", "Mặt khác,", "Mặt được", "MẶT ĐƯỢC", "Về mặt tổ chức", "MẶT HÀNG THIẾT YẾU", "Mắt xích",
    "Bề mặt", "Tiền mặt", "Tiền mặt:", "GẶP MẶT BÁO CHÍ",
    "Gap mat bao chi", "MAT TRAN", "Mat tran Lao Viet", "BAN MẶT TRẬN", "Mặt trận thôn",
    "UY VIEN BAN THUONG TRUC MAT TRAN", "Đồng chí Nguyễn Văn Mật", "Nguyễn Thị Mật - Bí thư Chi bộ",
    "Bí thư: Trần Mật", "Sông Mật", "Bản Mật, xã Chiềng Pha", "Mật Cật",
    "Số 12-NQ/TW", "Số: 2684-QĐ/HVCTQG", "Số 12-KH/TĐTN-BTG", "Số: 08/TTr-STTTT", "Số: 31/TB-TTKQH",
    "Số 24/MT-BC", "Số tiền mặt: 12 triệu", "Số M² sàn: 12", "Số máy M-12", "Hạng M", "Mục M", "Nhóm C",
    "Phương án A", "Bảng B", "Khối C", "TM-DV",
    "CÔNG TY TNHH TM-DV MẪU", "Trung tâm TM", "T/M", "TM", "Format MAT", "Automat", "Doormat", "MÀTTRẬN",
    "Mau", "Mậu", "MẬU THÂN", "Tết Mậu Thân", "Mập", "Mận", "MẬN", "Nhật", "NHẬT", "Thật", "THẬT", "Luật",
    "LUẬT", "Tật", "Vật", "Chật", "MỘT", "MỐT", "MỤT",
]  # fmt: skip

INNOCENT_NAMES = [
    "Quy dinh van ban mat.docx", "Sổ đăng ký văn bản mật.xlsx", "danh muc tai lieu mat.docx",
    "Luat BVBMNN - bao ve bi mat.pdf", "bao mat he thong.docx", "MAT TRAN HUYEN.docx",
    "CV phoi hop Mat tran.docx", "BC cong tac mat tran Q3.docx", "hop_mat.docx",
    "tien-mat.xlsx", "vang_mat_co_ly_do.docx", "Dong chi Mat.docx", "xa Mat Son.docx", "Nguyen Thi Mat.docx",
    "mat ong.pdf", "matong.pdf", "kiem soat bi mat.docx", "Bí mật kinh doanh.docx", "Mẫu M.docx",
    "Phiếu M1.pdf", "CV-TM-DV.pdf", "12-QD-TTg.pdf",
    "kham mat can bo.docx", "mat do giao thong.docx", "thamluan_matran.docx", "Toi mat rang.docx",
    "Không mật.docx", "Góp ý Luật Mật mã.docx",
]  # fmt: skip
