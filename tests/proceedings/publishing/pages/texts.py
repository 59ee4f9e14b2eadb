"""Texts for the pages of drafts: a small regulation as it changes, and one with all that a text can hold."""

from proceedings.text.provisions import Kind, Provision, Role, with_paths
from tests.proceedings.regulations import chuong, diem, dieu, khoan

REASONS = {"dieu-2.khoan-2": "Theo ý kiến <Bắc Ninh>", "dieu-3.khoan-1.diem-đ": "Bổ sung điểm đ"}


def second(ending="đúng thẩm quyền"):
    """Draft 2: a clause changed, one new, one renumbered, points added, an article gone to the other chapter."""
    return with_paths(
        (
            Provision(Kind.TEXT, text="QUY ĐỊNH MẪU\nvề phối hợp", role=Role.TITLE),
            chuong(
                "I",
                "QUY ĐỊNH CHUNG",
                dieu(1, "Phạm vi điều chỉnh", text="Quy định này quy định về phối hợp."),
                dieu(
                    2,
                    "Nguyên tắc",
                    khoan(1, "Tuân thủ pháp luật."),
                    khoan(2, f"Kịp thời, công khai và {ending}."),
                    khoan(3, "Công khai trong phạm vi được giao, bảo vệ bí mật của mỗi bên."),
                    khoan(4, "Đúng vai."),
                ),
            ),
            chuong(
                "II",
                "NỘI DUNG PHỐI HỢP",
                dieu(
                    3,
                    "Công tác cán bộ",
                    khoan(
                        1,
                        "Trao đổi về:",
                        diem("a", "Quy hoạch;"),
                        diem("b", "Bổ nhiệm;"),
                        diem("c", "Luân chuyển và điều động cán bộ giữa các địa phương;"),
                        diem("d", "Khen thưởng những người có thành tích nổi bật;"),
                        diem("đ", "Kỷ luật những người vi phạm đến mức phải xử lý."),
                    ),
                ),
                dieu(4, "Hiệu lực", text="Quy định này có hiệu lực từ ngày ký."),
            ),
            Provision(Kind.TEXT, text="Nơi nhận:", role=Role.SIGNATURE),
        )
    )


def third():
    """Draft 3: a few words differ from draft 2."""
    return second("đúng phạm vi được phân công")


def with_everything():
    """Grounds, a part, a section, an article without heading, dashes, a table, an appendix, a signature."""
    text = Kind.TEXT
    return with_paths(
        (
            Provision(text, text="QUYẾT ĐỊNH", role=Role.TITLE),
            Provision(text, text="Căn cứ Luật mẫu;\nXét đề nghị của cơ quan mẫu;", role=Role.PREAMBLE),
            Provision(
                Kind.PHAN,
                "thứ nhất",
                "PHẦN CHUNG",
                mark="Phần thứ nhất",
                children=(
                    chuong(
                        "I",
                        "MỘT CHƯƠNG",
                        Provision(
                            Kind.MUC,
                            "1",
                            "MỘT MỤC",
                            mark="Mục 1",
                            children=(
                                Provision(Kind.DIEU, "1", text="Điều không có tên.", mark="Điều 1."),
                                dieu(
                                    "2a",
                                    "Có gạch đầu dòng",
                                    Provision(text, text="Gồm:", role=Role.CHAPEAU),
                                    Provision(text, text="một việc;", mark="-", role=Role.DASH),
                                    Provision(text, text="hai việc.", mark="-", role=Role.DASH),
                                    Provision(text, text="Việc\tThời hạn", role=Role.TABLE),
                                    Provision(text, text="Trả lời\t15 ngày", role=Role.TABLE),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            Provision(text, text="TM. CƠ QUAN MẪU\nNgười ký mẫu", role=Role.SIGNATURE),
            Provision(
                text, "I", "BIỂU MẪU", mark="PHỤ LỤC I", role=Role.APPENDIX,
                children=(Provision(text, text="Lời của phụ lục."),),
            ),
        )
    )  # fmt: skip
