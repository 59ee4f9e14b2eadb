"""A small regulation for tests: told as a tree, of any length."""

from proceedings.text.provisions import Kind, Provision, Role, plain_text, with_paths


def khoan(number, text, *below):
    """A khoản; with points below, its text is their chapeau."""
    if not below:
        return Provision(Kind.KHOAN, str(number), text=text, mark=f"{number}.")
    lead = Provision(Kind.TEXT, text=text, role=Role.CHAPEAU)
    return Provision(Kind.KHOAN, str(number), mark=f"{number}.", children=(lead, *below))


def diem(letter, text):
    """A điểm."""
    return Provision(Kind.DIEM, letter, text=text, mark=f"{letter})")


def dieu(number, heading, *below, text=""):
    """An article."""
    return Provision(Kind.DIEU, str(number), heading, text=text, mark=f"Điều {number}.", children=below)


def chuong(number, heading, *below):
    """A chapter."""
    return Provision(Kind.CHUONG, number, heading, mark=f"Chương {number}", children=below)


def small():
    """Two chapters, four articles, six clauses, two points, what stands around them."""
    return with_paths(
        (
            Provision(Kind.TEXT, text="QUY ĐỊNH MẪU\nvề phối hợp", role=Role.TITLE),
            chuong(
                "I",
                "QUY ĐỊNH CHUNG",
                dieu(1, "Phạm vi điều chỉnh", text="Quy định này quy định về phối hợp."),
                dieu(2, "Nguyên tắc", khoan(1, "Tuân thủ pháp luật."), khoan(2, "Kịp thời."), khoan(3, "Đúng vai.")),
            ),
            chuong(
                "II",
                "NỘI DUNG PHỐI HỢP",
                dieu(
                    3,
                    "Công tác cán bộ",
                    khoan(1, "Trao đổi về:", diem("a", "Quy hoạch;"), diem("b", "Bổ nhiệm.")),
                    khoan(2, "Báo cáo khi cần thiết."),
                ),
                dieu(4, "Hiệu lực", text="Quy định này có hiệu lực từ ngày ký."),
            ),
            Provision(Kind.TEXT, text="Nơi nhận:", role=Role.SIGNATURE),
        )
    )  # fmt: skip


def long(articles, clauses=9):
    """As many articles, with as many clauses each."""
    return with_paths(
        dieu(
            n,
            f"Tên điều {n}",
            *(khoan(k, f"Nội dung khoản {k} của điều {n}.") for k in range(1, clauses + 1)),
        )
        for n in range(1, articles + 1)
    )


__all__ = ["chuong", "diem", "dieu", "khoan", "long", "plain_text", "small"]
