"""Placeholder until the screening lands."""

FLAGS: dict[str, str] = {}
SECRECY = ("Tệp có dấu chỉ mức độ mật.", "Liên hệ văn thư, cơ yếu.")
