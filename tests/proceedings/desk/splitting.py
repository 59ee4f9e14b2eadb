"""What the tests of splitting share: a letter, its draft, its page and what its forms send."""

ROOT = "/desk/splitting/"
LIST = f"{ROOT}hoi-thao-mau/"
LETTER = """VĂN BẢN MẪU
Kính gửi: Ban Tổ chức Mẫu
Cơ bản nhất trí với dự thảo. Về khoản 2 Điều 2, đề nghị sửa thành “Kịp thời, đúng hạn”.
Đề nghị bổ sung vào Điều 3 quy định về luân chuyển cán bộ. Đề nghị làm rõ “khi cần thiết” 𝒜 là khi nào?
Xin trân trọng cảm ơn."""


def span_of(words, text=LETTER):
    """Where some words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def sent(words, text=LETTER, **more):
    """What the form of a span sends for some words."""
    start, end = span_of(words, text)
    return {
        "act": "mark", "start": start, "end": end, "kind": "amend", "place": "", "theme": "",
        "wording": "", "summary": "", "reason": "other", **more,
    }  # fmt: skip
