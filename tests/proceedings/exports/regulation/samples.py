"""A sample regulation of our own, with a provision of every shape; it says nothing in anybody's name."""

from datetime import UTC, date, datetime

from proceedings.exports.regulation.document import Family, Power, RegulationDocument, Signing
from proceedings.text.provisions import Kind, Provision, Role, with_paths

MARK = "VĂN BẢN MẪU"
LONG = (
    "Các cơ quan tham gia phối hợp trao đổi thông tin đầy đủ, kịp thời, đúng chức năng, nhiệm vụ, quyền hạn; "
    "cùng bàn bạc, thống nhất trước khi trình cấp có thẩm quyền xem xét, quyết định những nội dung thuộc phạm vi "
    "của Quy chế này."
)


def text(words, role=Role.PLAIN, mark=""):
    return Provision(Kind.TEXT, text=words, role=role, mark=mark)


def point(letter, words, *children):
    return Provision(Kind.DIEM, letter, text=words, mark=f"{letter})", children=children)


def clause(number, words, *children, mark="{}."):
    return Provision(Kind.KHOAN, number, text=words, mark=mark.format(number), children=children)


def article(number, heading, words="", *children):
    return Provision(Kind.DIEU, number, heading, words, f"Điều {number}.", children=children)


def chapter(number, heading, *children):
    return Provision(Kind.CHUONG, number, heading, mark=f"Chương {number}", children=children)


PROVISIONS = with_paths(
    (
        text("QUY CHẾ\nphối hợp công tác mẫu", Role.TITLE),
        text("Căn cứ Điều lệ mẫu về tổ chức và hoạt động của cơ quan mẫu;", Role.PREAMBLE),
        text("Xét đề nghị của Văn phòng mẫu,", Role.PREAMBLE),
        text("QUYẾT ĐỊNH:", Role.PREAMBLE),
        chapter(
            "I",
            "Quy định chung",
            article("1", "Phạm vi điều chỉnh", LONG),
            article(
                "2",
                "Nguyên tắc phối hợp",
                "",
                text("Việc phối hợp tuân theo các nguyên tắc sau:", Role.CHAPEAU),
                clause("1", "Tuân thủ pháp luật và quy định của cấp trên."),
                clause(
                    "2",
                    "",
                    text("Bảo đảm:", Role.CHAPEAU),
                    point("a", "chủ động, kịp thời;"),
                    point("đ", "rõ việc, rõ người;"),
                    text("công khai trong phạm vi được phép;", Role.DASH, "-"),
                    text("Các bảo đảm này áp dụng cho mọi cơ quan.", Role.CLOSING),
                ),
                clause("2a", LONG),
            ),
            article("3", "", "Quy chế này không áp dụng cho việc thường xuyên trong nội bộ từng cơ quan."),
        ),
        chapter(
            "II",
            "Nội dung, phương pháp và trách nhiệm phối hợp giữa các cơ quan tham gia Quy chế mẫu",
            Provision(
                Kind.MUC,
                "1",
                "Trao đổi thông tin",
                mark="Mục 1",
                children=(
                    article(
                        "4",
                        "Chế độ báo cáo",
                        "",
                        clause("1", LONG),
                        clause("2", "Thời hạn báo cáo theo bảng sau:"),
                        text("Loại báo cáo\tThời hạn\tNơi nhận", Role.TABLE),
                        text(
                            "Báo cáo tháng\tNgày 25 hằng tháng\tVăn phòng mẫu\n"
                            "Báo cáo năm về kết quả thực hiện Quy chế\tNgày 15 tháng 12\tCác cơ quan tham gia",
                            Role.TABLE,
                        ),
                    ),
                    article("5", "Họp định kỳ", f"{LONG}\n{LONG}"),
                ),
            ),
            Provision(
                Kind.MUC,
                "2",
                "Trách nhiệm",
                mark="Mục 2",
                children=tuple(
                    article(
                        str(number),
                        f"Trách nhiệm của cơ quan mẫu thứ {number - 5}",
                        "",
                        clause("1", LONG),
                        clause("2", LONG),
                    )
                    for number in range(6, 10)
                ),
            ),
        ),
        chapter(
            "III",
            "Tổ chức thực hiện",
            article(
                "10",
                "Hiệu lực thi hành",
                "",
                clause("1", "Quy chế này có hiệu lực kể từ ngày ký."),
                clause("2", "Các cơ quan có trách nhiệm thi hành Quy chế này."),
            ),
        ),
        text("Nơi nhận:\tTM. CƠ QUAN MẪU", Role.SIGNATURE),
        Provision(
            Kind.TEXT,
            "I",
            "Mẫu báo cáo",
            mark="Phụ lục I",
            role=Role.APPENDIX,
            children=(text("Kính gửi: Văn phòng mẫu."), article("1", "Số liệu của biểu mẫu", "Ghi số liệu.")),
        ),
    )
)

PARTY = {
    "family": Family.PARTY,
    "superior_body": "Ban Chấp hành Trung ương mẫu",
    "issuing_body": "Ban Bí thư mẫu",
    "place": "Hà Nội",
    "number": "9",
    "symbol": "QĐ/TW",
    "type_name": "Quy chế",
    "subject": "Phối hợp lãnh đạo công tác Đảng, công tác chính trị, công tác quần chúng và công tác tổ chức mẫu",
    "sample_mark": MARK,
    "signing": Signing(Power.ON_BEHALF, "Ban Bí thư mẫu", "Thường trực Ban Bí thư", "Người Ký Mẫu"),
    "recipients": ("Các cơ quan có tên tại Điều 4", "Lưu Văn phòng mẫu"),
}
STATE = PARTY | {
    "family": Family.STATE,
    "superior_body": "Cơ quan chủ quản mẫu",
    "issuing_body": "Ủy ban nhân dân tỉnh mẫu",
    "number": "15",
    "symbol": "QĐ-UBND",
    "signing": Signing(Power.FOR_CHIEF, "Chủ tịch", "Phó Chủ tịch", "Người Ký Mẫu"),
    "recipients": ("Như Điều 4", "Văn phòng mẫu", "Lưu: VT, NC"),
}
DATES = {"state": date(2026, 1, 5), "party-2018": date(2021, 9, 7), "party-2026": date(2026, 5, 27)}


def document_of(*provisions, **changes):
    given = {"created": datetime(2026, 9, 1, 1, 30, tzinfo=UTC), "provisions": provisions or PROVISIONS}
    return RegulationDocument(**(PARTY | given | changes))


def sample_of(key, **changes):
    """The sample in the layout of 2018, of 2026 or of the State."""
    return document_of(**((STATE if key == "state" else PARTY) | {"dated_on": DATES[key]} | changes))
