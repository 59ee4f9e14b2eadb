"""Words and lines that look like secrecy marks and are none."""

#: Lines that may stand anywhere in a letter, its first page too.
LINES = [
    # another word of the same letters
    "Mật độ dân số", "MẬT ĐỘ DÂN SỐ", "Mật độ", "mật khẩu", "MẬT KHẨU", "Mật ong", "mật thiết", "Mật mã",
    "BAN CƠ YẾU - MẬT MÃ", "Cơ mật viện", "CƠ MẬT", "BẢO MẬT", "BÍ MẬT",
    "Bảo mật thông tin", "BẢO MẬT THÔNG TIN", "bí mật kinh doanh", "BÍ MẬT KINH DOANH", "Bí mật đời tư",
    "Bí mật công tác", "giữ bí mật", "Giữ gìn bí mật của Đảng và Nhà nước",
    "HỌP MẶT", "MẤT", "Mất", "Mặt", "HỌP MẶT ĐẦU XUÂN", "GẶP MẶT", "RA MẮT", "TIỀN MẶT", "Vắng mặt", "Có mặt",
    "VẮNG MẶT", "BỀ MẶT", "GIẤY BÁO MẤT", "Mất mùa", "BỆNH VIỆN MẮT",
    "MẶT TRẬN TỔ QUỐC VIỆT NAM", "MAT TRAN TO QUOC VIET NAM", "Mặt trận Tổ quốc", "Mat tran To quoc",
    "UY BAN MAT TRAN TO QUOC", "BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN", "HOP MAT", "GAP MAT DAU XUAN",
    "CO MAT", "VANG MAT", "Mặt hàng", "MẶT BẰNG", "GIẢI PHÓNG MẶT BẰNG", "MAT BANG", "THAY MẶT",
    "Thay mặt Ban Thường vụ", "Mặt mạnh", "Mặt hạn chế", "Tôi mất", "Tối mắt tối mũi",
    # about secrets
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Luật Bảo vệ bí mật nhà nước", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Căn cứ Luật Bảo vệ bí mật nhà nước ngày 15 tháng 11 năm 2018;", "Quy chế bảo vệ bí mật nhà nước",
    "Điều 8. Phân loại bí mật nhà nước", "a) Tuyệt mật;", "b) Tối mật;", "c) Mật.",
    "Bí mật nhà nước được phân loại thành 03 độ mật, bao gồm: Tuyệt mật, Tối mật, Mật",
    "Tuyệt mật, Tối mật và Mật", "Độ mật: Tuyệt mật, Tối mật, Mật", "độ Tuyệt mật, Tối mật, Mật",
    "Xác định độ mật", "Độ mật", "Độ mật:", "ĐỘ MẬT", "Độ mật: ...............", "Mức độ mật:",
    "Độ mật: không", "Độ mật: Thường", "Độ mật: Không có", "Mức độ mật: Bình thường",
    "Độ mật: □ Tuyệt mật □ Tối mật □ Mật", "Giải mật", "Giải mật, tăng độ mật, giảm độ mật", "GIẢI MẬT",
    "Việc soạn thảo văn bản mật thực hiện trên máy tính riêng.", "Văn bản mật được đăng ký vào sổ riêng.",
    "Người đứng đầu quyết định độ mật Tối mật đối với tài liệu do mình tạo ra.",
    "Dự thảo quy định việc in, sao, chụp tài liệu có độ Tối mật phải được người có thẩm quyền cho phép.",
    "Điều 12. Văn bản mật", "3. Tài liệu mật", "Sổ đăng ký văn bản mật đến",
    "Thời hạn bảo vệ bí mật nhà nước độ Mật là 10 năm.", "Phối hợp trong công tác bảo vệ bí mật nhà nước",
    "Không có nội dung thuộc bí mật nhà nước.", "Văn bản này không chứa bí mật nhà nước",
    "Văn bản không thuộc danh mục bí mật nhà nước", "Hội thảo không trao đổi nội dung mật.",
    "Bên A cam kết bảo mật", "Thỏa thuận bảo mật", "CAM KẾT BẢO MẬT", "Chế độ bảo mật: Cao",
    "Mật khẩu: ********",
    # urgency, circulation
    "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ", "Hỏa tốc", "Lưu hành nội bộ", "LƯU HÀNH NỘI BỘ",
    "Không phổ biến", "TÀI LIỆU HỘI NGHỊ", "DỰ THẢO", "Dự thảo lần 2", "Xem xong trả lại", "Độ khẩn: Hỏa tốc",
    # symbols, places, names
    "Số 12-CV/TU", "Số: 15/BC-UBND", "Số 36-HD/VPTW", "Số: 4366/BGDĐT-PC", "367 - QĐ/TWĐTN-VPĐOÀN",
    "Số:      /TTr-BTP", "01/QCPH/UBND-UBMTTQ", "Số: 119/QĐ-BNN-QLDN", "Số 12-QĐ/ĐU",
    "theo Công văn số 12-CV/TU (M) ngày 05/7/2021", "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ",
    "TM. BAN CHẤP HÀNH", "Số lượng: 12 M", "M", "A", "Phụ lục M", "Nhóm A", "Trần Thị Mật", "Nguyễn Văn Mật",
    "Xã Mật Sơn", "Đồng chí Mật", "Chùa Mật Đa", "Mật tông", "Trần Mật, Phó Chủ tịch", "Km 12 + 500 m",
    "Diện tích 120 m", "Size M", "Hạng mục: Mật ong rừng", "12 M", "STT\tHọ\tTên", "1\tNguyễn Văn\tMật",
    # figures, other languages
    "Format", "MATRIX", "MATERIAL", "DIPLOMAT", "Automatic", "Matt", "Màn hình mát", "MÁT", "Mạt", "Toi",
    "TỐI", "TUYỆT VỜI", "Tuyệt đối", "Buổi tối", "Tối thứ Bảy",
]  # fmt: skip

#: Neighbouring lines.
RUNS = [
    ["QUY ĐỊNH VỀ BẢO", "MẬT", "THÔNG TIN"], ["LUẬT BẢO VỆ BÍ", "MẬT", "NHÀ NƯỚC"],
    ["DANH MỤC BÍ MẬT", "NHÀ NƯỚC"], ["BẢO VỆ", "BÍ MẬT NHÀ NƯỚC"], ["ỦY BAN", "MẶT", "TRẬN TỔ QUỐC"],
    ["UY BAN", "MAT", "TRAN TO QUOC"], ["HỌP", "MẶT"], ["HOP", "MAT", "DAU XUAN"],
    ["GIẢI PHÓNG", "MẶT", "BẰNG"], ["QUẢN LÝ", "MẬT", "MÃ DÂN SỰ"],
    ["Điều 8. Độ mật", "a) Tuyệt mật;", "b) Tối mật;", "c) Mật."],
    ["Các độ mật gồm:", "- Tuyệt mật", "- Tối mật", "- Mật"],
    ["Các độ mật gồm:", "1. Tuyệt mật", "2. Tối mật", "3. Mật"], ["Độ mật:", "Không"], ["Độ mật", "Độ khẩn"],
    ["Văn bản thuộc các độ tuyệt mật, tối mật và văn bản có độ", "mật thì đăng ký riêng."],
    ["cán bộ, đảng viên phải giữ gìn bí", "mật", "của Đảng"],
    ["việc gửi, nhận tài liệu thuộc độ mật, tối", "mật"],
    ["STT\tTên\tĐơn vị", "1\tMật ong\tkg", "2\tMặt hàng khác\tkg"], ["Tên sản phẩm", "Mật ong"],
]  # fmt: skip

FILE_NAMES = [
    "ho so mat troi.docx", "Mat tran To quoc.docx", "mặt trận.docx", "biên bản họp mặt.docx", "format.docx",
    "Matching.xlsx", "MAT TRAN TO QUOC.docx", "UBMTTQ - Mat tran.doc", "bien ban hop mat.doc",
    "bảo mật thông tin.docx", "bao mat.pdf", "mật độ dân số.xlsx", "mat khau.txt", "bi mat kinh doanh.docx",
    "bao ve bi mat nha nuoc.docx", "Luật Bảo vệ bí mật nhà nước.pdf", "LUAT BAO VE BI MAT NHA NUOC 2018.pdf",
    "danh sach vang mat.xlsx", "tien mat.xlsx", "giai phong mat bang.docx", "mat hang.xlsx",
    "mat an ninh trat tu.docx", "cac mat cong tac.docx", "mật ong.docx", "thay mat BTV.docx",
    "gap mat dau xuan.docx",
    "le ra mat.docx", "Quy chế quản lý tài liệu mật.docx", "automat.docx", "12-CV-TU.pdf", "QĐ 12 TM-XD.docx",
    "benh vien mat.docx", "kham mat.docx", "mat dien.docx", "KH gap mat.docx", "toi mat dien thoai.docx",
    "be mat.docx", "Góp ý Mặt trận.docx", "mất mùa.docx", "mat ma quoc gia.docx", "Ban Co yeu - mat ma.docx",
    "tham luan cua Ban Dan van - Mat tran.docx", "ky yeu hop mat 2021.pdf", "HỌP MẶT.docx",
    "12-CV-TU gop y du thao quy che.docx", "Tham luận Bắc Ninh.docx", "CV 123 (bản ký).pdf", "Góp ý (1).docx",
    "BC-UBND-2021 (2).pdf", "scan0001.pdf", "Tỉnh ủy Hà Giang - góp ý.doc", "IMG_2021.jpg",
    "1. Công văn góp ý.docx", "Phu luc A.docx", "DU THAO QUY CHE LAN 2.docx", "bản ký M.docx",
    "TM BTV Tinh uy.docx", "Khan - gop y.docx", "hoa toc 12-CV-TU.pdf", "Hướng dẫn bảo vệ bí mật nhà nước.docx",
]  # fmt: skip

#: Lines in columns, justified lines, lists of the levels in one row.
IN_COLUMNS = [
    "giữ  gìn  bí  mật  nhà  nước", "cán bộ phải  giữ  bí  mật   trong công tác",
    "LUẬT  BẢO  VỆ  BÍ  MẬT  NHÀ  NƯỚC", "Mật  độ  dân  số", "Bí\tmật\tkinh doanh", "BẢO\tMẬT", "Bảo   mật",
    "BẢO   MẬT", "BẢO    MẬT    THÔNG    TIN", "tài liệu   mật   được   lưu riêng", "Cấp độ: Mật độ cao",
    "Mật khẩu wifi: MAT123", "mat-xa", "1\tMật ong\t20", "Mật\tong", "MẬT\tĐỘ", "bí mật (mật) nhà nước",
    "Có 3 độ: Tuyệt mật, Tối mật, Mật", "Tuyệt mật\tTối mật\tMật", "Tuyệt mật | Tối mật | Mật",
    "Độ mật\tTuyệt mật\tTối mật\tMật", "□ Tuyệt mật   □ Tối mật   □ Mật   □ Thường",
    "Độ mật: (Tuyệt mật/Tối mật/Mật)", "Độ mật (Tuyệt mật, Tối mật, Mật):",
    "Quy định việc in, sao, chụp tài liệu (mật)", "về việc ban hành Danh mục bí mật nhà nước (độ Mật)",
    "Kính gửi: Phòng Bảo mật", "Phòng An ninh mạng và bảo mật", "Cục Cơ yếu - Bảo mật", "TỔ BẢO MẬT",
    "BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT", "CÔNG AN TỈNH - PHÒNG BẢO MẬT", "Câu lạc bộ Mật thư", "MẬT THƯ",
    "TỈNH ỦY LÂM ĐỒNG - MẶT TRẬN", "ĐẢNG ỦY MẶT TRẬN TỔ QUỐC", "Sản phẩm: Mật", "Nước mía, mật, đường",
    "Ong - Mật", "Tên: Mật",
    # the last set, tried on the finished rules
    "Tăng mật độ trồng rừng", "Mật độ lưu thông: cao", "Mật thám", "Bà con dân tộc Mật",
    "Hội nghị chuyên đề bảo mật", "Phụ lục: Quy tắc bảo mật", "BẢO MẬT - AN TOÀN",
    "Chứng thư số, mật khẩu, khóa bí mật", "KHÓA BÍ MẬT", "PHIẾU KÍN", "Bỏ phiếu kín", "Hộp thư mật",
    "Cảnh sát mật", "Mất mát", "MẤT TRỘM", "MẶT PHẲNG", "MẮT KÍNH", "TỔNG CỤC MẬT MÃ", "Tờ trình về mật độ",
    "HỒ SƠ MẶT TRẬN", "TÀI LIỆU MẶT TRẬN", "BÁO CÁO MẶT TRẬN", "BAO CAO MAT TRAN", "TAI LIEU MAT TRAN",
    "HO SO MAT DAT", "Văn bản mất hiệu lực", "HỒ SƠ BỊ MẤT", "HỒ SƠ MẤT", "Tài liệu mất", "Mất dấu",
    "Số 15-NQ/TW", "Số: 15/MTTQ", "KHẨN CẤP", "HỎA TỐC - KHẨN", "Nơi nhận: Như trên; Lưu: VT, M.",
    "- Lưu: VT, TM.", "Độ khẩn: Khẩn", "Độ mật: Thường; Độ khẩn: Khẩn", "Độ mật: Không; độ khẩn: Không",
    "Độ mật: Không - Độ khẩn: Thường", "Không có độ mật", "TÀI LIỆU KHÔNG THUỘC DANH MỤC BÍ MẬT NHÀ NƯỚC",
    "Tài liệu họp mặt", "BẢN ĐỒ MẶT BẰNG", "Mặt A", "MẶT SAU", "mat tran", "Tran Mat",
]  # fmt: skip
