"""Secrecy marks in every spelling we could think of; each is put into a letter that would pass without it."""

S, T, A = "secret", "top_secret", "absolute"

#: (level, lines): put at the top of a letter.
AT_THE_TOP = [
    # as the rules print them
    (S, ["MẬT"]), (T, ["TỐI MẬT"]), (A, ["TUYỆT MẬT"]), (S, ["Mật"]), (T, ["Tối mật"]), (A, ["Tuyệt mật"]),
    (T, ["Tối Mật"]), (A, ["Tuyệt Mật"]), (S, ["mật"]), (T, ["tối mật"]), (A, ["tuyệt mật"]),
    (A, ["TUYệT MậT"]),
    # framed
    (S, ["[MẬT]"]), (S, ["[ MẬT ]"]), (S, ["( Mật )"]), (S, ["*MẬT*"]), (S, ["| MẬT |"]), (S, ["│ MẬT │"]),
    (S, ["┌───────┐", "│  MẬT  │", "└───────┘"]), (T, ["+-----------+", "|  TỐI MẬT  |", "+-----------+"]),
    (A, ["╔════════════╗", "║ TUYỆT  MẬT ║", "╚════════════╝"]), (S, ["-- MẬT --"]), (S, ["“MẬT”"]),
    (S, ["«MẬT»"]),
    (S, ["<MẬT>"]), (S, ["*** MẬT ***"]), (S, ["=== MẬT ==="]), (S, ["___MẬT___"]), (T, ["【TỐI MẬT】"]),
    (S, ["{MẬT}"]),
    (S, ["■ MẬT ■"]), (S, ["MẬT."]), (S, [". MẬT"]), (S, ["MẬT!"]), (S, ["~MẬT~"]), (S, ["#MẬT#"]),
    (S, ["/MẬT/"]),
    # spaced, split
    (S, ["M Ậ T"]), (S, ["M  Ậ  T"]), (S, ["M.Ậ.T"]), (S, ["M-Ậ-T"]), (S, ["M\u00a0Ậ\u00a0T"]),
    (S, ["M\u2009Ậ\u2009T"]),
    (A, ["T U Y Ệ T   M Ậ T"]), (A, ["T U Y Ệ T M Ậ T"]), (T, ["T Ố I  M Ậ T"]), (T, ["TỐIMẬT"]),
    (A, ["TUYỆTMẬT"]),
    (A, ["TUYỆT", "MẬT"]), (T, ["TỐI", "MẬT"]), (T, ["TỐI", "", "MẬT"]), (S, ["M", "Ậ", "T"]),
    (T, ["T Ố I", "M Ậ T"]),
    (A, ["TUYỆT\tMẬT"]), (T, ["TỐI   MẬT"]), (T, ["TỐI-MẬT"]), (T, ["TỐI_MẬT"]),
    (A, ["T", "U", "Y", "Ệ", "T", "M", "Ậ", "T"]),
    # without marks, wrong marks, decomposed
    (S, ["MAT"]), (T, ["TOI MAT"]), (A, ["TUYET MAT"]), (S, ["[MAT]"]), (S, ["M A T"]),
    (A, ["T U Y E T  M A T"]),
    (A, ["TUYET", "MAT"]), (T, ["Toi mat"]), (A, ["Tuyet mat"]), (A, ["tuyet mat"]), (S, ["Mat"]),
    (S, ["MÂT"]), (S, ["MẪT"]),
    (A, ["TUYÊT MẬT"]), (A, ["TUYẾT MẬT"]), (T, ["TÔI MẬT"]), (T, ["TÓI MẬT"]), (T, ["TỐI MẶT"]),
    (A, ["TUYỆT MẶT"]), (S, ["[MẶT]"]),
    (S, ["M\u0041\u0302\u0323T"]), (S, ["M\u0041\u0323\u0302T"]), (S, ["MA\u0302T\u0323"]), (S, ["MẠ\u0302T"]),
    (T, ["TO\u0302\u0301I MA\u0302\u0323T"]),
    # disguised
    (S, ["M\u200bẬ\u200bT"]), (S, ["\ufeffMẬT"]), (S, ["M\u00adẬT"]), (S, ["\u202eMẬT\u202c"]),
    (S, ["M\u2060ẬT"]), (A, ["TUYỆT\u200d MẬT"]),
    (S, ["\u041c\u1eac\u0422"]), (S, ["\u041cẬT"]), (S, ["M\u0410\u0302\u0323T"]), (S, ["\u039c\u1eac\u03a4"]),
    (T, ["TỐ\u0406 MẬT"]),
    (T, ["\u0422ỐI M\u1eac\u0422"]), (A, ["\u0422\u0423YỆT MẬT"]), (S, ["ＭẬＴ"]), (S, ["𝐌Ậ𝐓"]), (S, ["ⓂẬⓉ"]),
    (S, ["M̲Ậ̲T̲"]), (S, ["M̶Ậ̶T̶"]),
    (T, ["T0I MAT"]), (T, ["TỐ1 MẬT"]), (T, ["TỐl MẬT"]), (S, ["M4T"]), (A, ["TUYỆI MẬT"]), (S, ["MẬ1"]),
    (S, ["🅼🅰🆃"]), (S, ["Máº¬T"]),
    # legacy encodings and keystrokes left as they are
    (S, ["MËT"]), (S, ["mËt"]), (T, ["Tèi mËt"]), (A, ["TuyÖt mËt"]), (S, ["MAÄT"]), (T, ["TOÁI MAÄT"]),
    (A, ["TUYEÄT MAÄT"]), (S, ["Maajt"]),
    (A, ["tuyeejt maajt"]),
    # at a label
    (T, ["Độ mật: Tối mật"]), (S, ["Độ mật: Mật"]), (S, ["ĐỘ MẬT: MẬT"]), (S, ["Mức độ mật: Mật"]),
    (A, ["Mức độ mật: TUYỆT MẬT"]),
    (S, ["Độ mật : mật"]), (S, ["Độ mật - Mật"]), (S, ["Độ mật:", "Mật"]), (T, ["Độ mật\tTối mật"]),
    (T, ["Độ mật", "Tối mật"]), (S, ["Do mat: Mat"]),
    (T, ["DO MAT: TOI MAT"]), (T, ["Cấp độ mật: Tối mật"]), (S, ["Độ bảo mật: Mật"]), (S, ["Mức độ: Mật"]),
    (A, ["Độ mật: A"]), (S, ["Độ mật: (Mật)"]),
    (S, ["Bí mật nhà nước độ Mật"]), (T, ["BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT"]),
    (A, ["Bí mật Nhà nước, độ Tuyệt mật"]), (S, ["Độ mật: Mật; độ khẩn: Khẩn"]),
    (S, ["Văn bản có độ mật: Mật"]), (T, ["Tài liệu này thuộc bí mật nhà nước độ Tối mật"]),
    (S, ["Tài liệu có độ Mật, không sao chụp"]),
    # with the kind of document, urgency, copies
    (S, ["Tài liệu mật"]), (S, ["TÀI LIỆU MẬT"]), (A, ["TÀI LIỆU TUYỆT MẬT"]), (S, ["VĂN BẢN MẬT"]),
    (S, ["CÔNG VĂN MẬT"]), (S, ["BÁO CÁO (MẬT)"]),
    (T, ["TỜ TRÌNH TỐI MẬT"]), (S, ["MẬT - KHẨN"]), (S, ["MẬT KHẨN"]), (S, ["KHẨN - MẬT"]),
    (A, ["HỎA TỐC - TUYỆT MẬT"]), (T, ["TỐI MẬT – THƯỢNG KHẨN"]),
    (S, ["MẬT, HỎA TỐC"]), (S, ["MẬT - Bản số 03"]), (S, ["MẬT (Bản số: 1/5)"]),
    (A, ["TUYỆT MẬT", "Bản số: 02"]), (S, ["MẬT - Không sao chụp"]),
    (S, ["MẬT - Lưu hành nội bộ"]), (S, ["MẬT", "Tài liệu thu hồi"]), (S, ["Tài liệu thu hồi"]),
    (A, ["Chỉ người có tên mới được bóc bì"]),
    (S, ["Đóng dấu Mật"]), (S, ["Dấu: MẬT"]), (S, ["Tai lieu mat"]), (T, ["TAI LIEU TOI MAT"]),
    (S, ["MẬT: Báo cáo tình hình phối hợp"]),
    (S, ["(MẬT) Báo cáo tình hình phối hợp 6 tháng"]), (S, ["Báo cáo tình hình phối hợp (Mật)"]),
    (S, ["[MẬT] góp ý dự thảo Quy chế"]),
    # run together with a letterhead
    (S, ["MẬT ĐẢNG CỘNG SẢN VIỆT NAM"]), (S, ["ĐẢNG CỘNG SẢN VIỆT NAM MẬT"]),
    (T, ["TỈNH ỦY BẮC NINH    TỐI MẬT"]), (T, ["TỈNH ỦY BẮC NINH TỐI MẬT"]),
    (S, ["MẬT   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]), (S, ["Số 12-CV/TU MẬT"]),
    (S, ["M Ậ T ĐẢNG CỘNG SẢN VIỆT NAM"]), (S, ["ĐẢNG CỘNG SẢN VIỆT NAM\tMẬT"]),
    (A, ["BỘ CÔNG AN\tTUYỆT MẬT\tSố 12"]), (S, ["MAT DANG CONG SAN VIET NAM"]),
    # in the symbol
    (S, ["Số 12-CV/TU (M)"]), (S, ["Số: 12/BC-CAT (M)"]), (T, ["15/BC-TM"]), (T, ["Số 15-BC/TU (TM)"]),
    (T, ["12-BC/TU-TM"]), (T, ["Số: 05/TM-BCA"]), (S, ["M-123/BC"]),
    (S, ["Số: M-123/BC-CAT"]), (S, ["Số 12-CV/TU-M"]), (A, ["Số 01/TuyM-BC"]), (S, ["Số 12/MẬT-CV"]),
    (S, ["So 12-CV/TU (M)"]), (S, ["Số 12-CV/TU(Mật)"]),
    (S, ["Số 12-CV/TU (M)   Bắc Ninh, ngày 05 tháng 7 năm 2021"]),
]  # fmt: skip

#: (level, text): put into a header, a text box, a watermark or a comment.
ASIDE = [
    (S, "MẬT"), (S, "Mật"), (T, "TỐI MẬT"), (A, "tuyệt mật"), (S, "MẬT - Trang 2"), (S, "Trang 1/5 – MẬT"),
    (S, "MẬT 2"), (S, "MAT"), (A, "TUYET MAT"),
    (S, "M Ậ T"), (T, "Tối mật | Báo cáo tình hình"), (S, "MẬT • Tỉnh ủy"), (A, "TUYỆT\nMẬT"),
    (S, "Tỉnh ủy - MẬT"), (S, "Độ mật: Mật"), (S, "Văn bản này thuộc bí mật nhà nước độ Mật"),
]  # fmt: skip

#: (level, text): a property of the file.
PROPERTIES = [
    (S, "Mật"), (S, "Độ mật: Mật"), (S, "category: MẬT"), (T, "Classification=Tối mật"),
    (A, "keywords: tuyệt mật"), (S, "subject: Tài liệu mật"), (S, "title: MẬT - Báo cáo"),
]  # fmt: skip

#: (level, lines): put deep into a letter, where capitals or a label count.
DEEP = [
    (S, ["MẬT"]), (T, ["TỐI MẬT"]), (A, ["TUYỆT MẬT"]), (S, ["[MẬT]"]), (S, ["M Ậ T"]), (S, ["TÀI LIỆU MẬT"]),
    (T, ["TOI MAT"]), (S, ["Độ mật: Mật"]), (S, ["│ MẬT │"]),
    (A, ["TUYỆT", "MẬT"]), (S, ["MẬT", "PHỤ LỤC"]), (S, ["ĐẢNG CỘNG SẢN VIỆT NAM", "Mật"]),
    (S, ["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-CV/TU (M)"]), (S, ["MẬT - KHẨN"]),
]  # fmt: skip

FILE_NAMES = [
    (S, "CV mat 12.docx"), (S, "12-CV-TU(MAT).pdf"), (T, "BC_TOIMAT.doc"), (A, "tuyệt mật.docx"),
    (S, "MẬT.docx"), (S, "CV mật.pdf"), (A, "Bao cao tuyet mat.docx"),
    (S, "TaiLieuMat.docx"), (S, "cvmat12.doc"), (S, "MAT 12.pdf"), (S, "mat.docx"), (S, "[MẬT] Báo cáo.docx"),
    (S, "12-CV-TU (M).pdf"), (T, "15-BC-TM.pdf"), (S, "Mật/12.docx"),
    (T, "Báo cáo (Tối mật).docx"), (A, "BAO-CAO-TUYETMAT-2021.pdf"), (S, "công văn mật.docx"),
    (S, "gop y (mat).docx"), (S, "MẬT Góp ý.docx"), (S, "M Ậ T.docx"), (S, "12_MAT.pdf"),
    (T, "do mat.toi mat.docx"), (S, "CV 12 mat khan.docx"), (A, "Tuye\u0302\u0323t ma\u0323\u0302t.docx"),
    (S, "bao cao thang 9 MAT.docx"), (S, "CV-MẬT-12.docx"), (S, "van_ban_mat.docx"),
    (S, "tai lieu mat 2021.docx"), (T, "Ho so TOI MAT.zip"), (S, "BC-\u041cẬ\u0422.docx"),
    (S, "M\u200bẬT 12.docx"), (T, "Tá»\u0091i máº\u00adt.docx"),
]  # fmt: skip

#: (level, line): in columns, in marked-up text, among other labels; put at the top of a letter.
IN_COLUMNS = [
    (S, "MẬT    ĐẢNG CỘNG SẢN VIỆT NAM"), (S, "M  Ậ  T      ĐẢNG CỘNG SẢN VIỆT NAM"),
    (S, "TỈNH ỦY BẮC NINH          MẬT          ĐẢNG CỘNG SẢN VIỆT NAM"),
    (T, "ĐẢNG CỘNG SẢN VIỆT NAM     Tối mật"), (A, "Tuyệt mật      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (T, "T Ố I   M Ậ T      TỈNH ỦY"), (S, "Số 12-CV/TU     Mật"), (S, "*    MẬT   *"), (S, "<b>MẬT</b>"),
    (S, "**MẬT**"), (S, "> MẬT"), (S, "# MẬT"), (S, "MẬT:"), (S, "MẬT – Tờ trình về việc góp ý"),
    (S, "Độ mật.........Mật"), (T, "Độ mật : ....Tối mật...."), (A, "ĐỘ MẬT : TUYỆT MẬT ĐỘ KHẨN : HỎA TỐC"),
    (T, "Độ khẩn: Hỏa tốc    Độ mật: Tối mật"), (S, "Mật/Khẩn"), (S, "(Văn bản mật)"), (S, "Tài liệu mật."),
    (S, "TÀI LIỆU MẬT KHÔNG PHỔ BIẾN"), (A, "Tài liệu Tuyệt mật của Đảng và Nhà nước"),
    (S, "MẬT (Chỉ dùng trong hội nghị)"), (S, "MẬT-Bản số:05/10"), (S, "Mật, khẩn"),
    # the last set, tried on the finished rules
    (S, "⎡MẬT⎤"), (S, "*  *  M Ậ T  *  *"), (S, "ĐỘ MẬT:MẬT"), (T, "Mức mật: Tối mật"), (S, "CHẾ ĐỘ MẬT"),
    (S, "TÀI LIỆU LƯU HÀNH MẬT"), (T, "Tối mật – Bản số 01/05"), (A, "TUYỆT MẬT (BẢN GỐC)"),
    (S, "HỎA TỐC MẬT"), (T, "Số: 22-TTr/BCSĐ (TM)"), (S, "Số 11-BC/BCĐ-M"), (T, "Số:33/TM/BC-A05"),
    (A, "T.U.Y.Ệ.T M.Ậ.T"), (S, "МậТ"), (S, "mật (m)"), (S, "Văn bản độ mật"), (T, "VĂN BẢN ĐỘ TỐI MẬT"),
    (S, "Bí mật nhà nước - Mật"), (S, "(Tài liệu Mật)"), (S, "MẬT – Hội nghị lần thứ 5"),
]  # fmt: skip
