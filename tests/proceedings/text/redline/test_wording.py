import time
import unicodedata

import pytest

from proceedings.text.redline import Op, compare_words
from proceedings.text.redline.wording import read_tokens
from tests.proceedings.text.redline import notation

#: Each line holds the older text, the newer text and the result; sentences of our own.
PAIRS = """
Cơ quan [-phối hợp-]{+kết hợp+} gửi báo cáo.
Cơ quan [-chủ trì-]{+chủ quản+} lập danh mục.
Đơn vị có [-trách nhiệm-]{+nhiệm vụ+} rà soát.
Văn phòng [-kiểm tra-]{+giám sát+} việc thực hiện.
[-Hội đồng-]{+Ủy ban+} nhân dân cấp xã.
Bộ phận [-kiểm tra và đánh giá-]{+giám sát và tổng kết+} tiến độ.
Người đứng đầu{+ xem xét,+} quyết định việc bố trí kinh phí.
Gửi trước ngày [-15-]{+20+} hằng tháng.
Trong thời hạn [-05-]{+07+} ngày làm việc.
Trong [-5-]{+6+} ngày và [-7-]{+8+} giờ.
Theo Quy chế số [-15/2021/NĐ-CP-]{+30/2020/NĐ-CP+}.
Công văn số [-123-CV/TU-]{+124-CV/TU+} của văn phòng.
Mức chi là [-1.500.000-]{+2.000.000+} đồng.
Tỷ lệ đạt [-12,5-]{+15+}% trở lên.
Họp ngày [-05/3/2026-]{+06/3/2026+} tại trụ sở.
Gửi báo cáo[-,-] kèm tài liệu.
Gửi báo cáo{+,+} kèm tài liệu.
Gửi báo cáo[-;-]{+.+}
Lập danh mục[- chi tiết-] hồ sơ.
Lập danh mục{+ chi tiết+} hồ sơ.
[-Hằng quý, -]văn phòng tổng hợp.
{+Hằng quý, +}văn phòng tổng hợp.
Văn phòng tổng hợp[- và gửi trả-].
Văn phòng tổng hợp{+ và gửi trả+}.
[-a-]{+b+}) Lập hồ sơ
Đơn vị soạn thảo [-phải-]{+có trách nhiệm+} giải trình.
Được mời{+ đại diện+} các tổ chức dự họp.
Được mời[- đại diện-] các tổ chức dự họp.
[-văn phòng-]{+Văn phòng+} tổng hợp
Gửi bản [-giấy-]{+điện tử+} cho văn phòng
Thông báo cho [-cá nhân-]{+tập thể+}, [-đơn vị-]{+cơ quan+} có tên.
Cơ quan chủ trì[- và cơ quan phối hợp-] ký biên bản.
Cơ quan chủ trì{+ và cơ quan phối hợp+} ký biên bản.
Người dân [-được-]{+có quyền+} xem hồ sơ.
Ý kiến [-bằng văn bản-]{+trực tiếp+} của đại biểu.
Chậm nhất [-ba-]{+năm+} ngày sau cuộc họp.
Hồ sơ gồm{+: tờ trình,+} dự thảo và báo cáo.
“[-Hồ sơ-]{+Tài liệu+}” là văn bản gửi kèm.
Quy chế này có hiệu lực từ ngày ký[- ban hành-].
Tài liệu được [-lưu giữ-]{+lưu trữ+} trong [-05-]{+10+} năm.
Bản [-sao-]{+chính+} có chữ ký
(Kèm theo mẫu số [-1-]{+2+})
Kính gửi: [-các-]{+Các+} xã
Thôn H'Yim [-đã-]{+chưa+} gửi.
Điểm [-đ-]{+e+} khoản [-2-]{+3+} Điều [-12a-]{+12b+}
Cấp huyện{+ và cấp xã+} thực hiện.
Thực hiện theo quy định[- tại Điều 5-] của Quy chế này.
Tài liệu mật[- không-] được gửi qua mạng.
Tài liệu mật{+ không+} được gửi qua mạng.
Đại biểu [-có thể-]{+phải+} gửi ý kiến trước.
[-Trường hợp cần thiết thì mời thêm chuyên gia-]{+Văn phòng lưu trữ bản gốc trong mười năm tại kho+}
[-Một-]
{+Một+}
[-Một-]{+Hai+}
Giữ nguyên cả câu này.
Phòng [-A-]{+B+}/phòng [-C-]{+D+}
Báo cáo [-định kỳ-]{+đột xuất+}
Lấy ý kiến[- của-] nhân dân
Ban hành kèm theo [-Quyết định-]{+Nghị quyết+} này
Người [-chủ trì-]{+điều hành+} cuộc họp [-kết luận-]{+phát biểu+}.
Kinh phí do ngân sách [-trung ương-]{+địa phương+} bảo đảm[-.-]{+;+}
Cơ quan, đơn vị{+, cá nhân+} liên quan
Cơ quan, đơn vị[-, cá nhân-] liên quan
Nộp [-02-]{+01+} bộ hồ sơ [-giấy-]{+điện tử+}
""".strip().split("\n")


@pytest.mark.parametrize("written", PAIRS)
def test_pair_reads_as_written(written):
    old, new = notation.old_side(written), notation.new_side(written)

    assert notation.write(compare_words(old, new)) == written


@pytest.mark.parametrize("written", PAIRS)
def test_other_way_round_is_the_mirror(written):
    old, new = notation.old_side(written), notation.new_side(written)

    there, back = compare_words(old, new), compare_words(new, old)

    assert [one.new_text for one in back if one.new_text] == [one.old_text for one in there if one.old_text]
    assert {one.text for one in back if one.op is Op.DELETE} == {
        one.text for one in there if one.op is Op.INSERT
    }


def test_there_are_sixty_pairs():
    assert len(set(PAIRS)) >= 60


def test_decomposed_letters_are_no_change_and_both_sides_stay_as_they_were():
    new = "Ủy ban phối hợp gửi báo cáo"
    old = unicodedata.normalize("NFD", new)

    segments = compare_words(old, new)

    assert [(one.op, one.text, one.was) for one in segments] == [(Op.EQUAL, new, old)]
    assert "".join(one.old_text for one in segments) == old


def test_decomposed_letters_beside_a_change():
    old, new = unicodedata.normalize("NFD", "Cơ quan phối hợp gửi"), "Cơ quan kết hợp gửi"

    written = unicodedata.normalize("NFC", notation.write(compare_words(old, new)))

    assert written == "Cơ quan [-phối hợp-]{+kết hợp+} gửi"


@pytest.mark.parametrize(("old", "new"), [("a  b", "a b"), ("a\u00a0b", "a b"), ("a\tb", "a b")])
def test_other_blanks_are_no_change(old, new):
    assert [(one.op, one.was) for one in compare_words(old, new)] == [(Op.EQUAL, old)]


def test_blank_that_comes_or_goes_is_a_change():
    assert notation.write(compare_words("a ,b", "a, b")) == "a[- -],{+ +}b"


def test_tokens_keep_compounds_numbers_and_symbols_whole():
    keys = [
        token.key for token in read_tokens("Cơ quan chủ trì gửi 1.500.000 đồng, số 30/2020/NĐ-CP (điểm 5a).")
    ]

    assert keys == [
        "Cơ quan", "chủ trì", "gửi", "1.500.000", "đồng", ",", "số", "30/2020/NĐ-CP", "(", "điểm", "5a", ")", ".",
    ]  # fmt: skip


def test_long_paragraph_is_quick():
    old = " ".join(f"đơn vị {number} gửi báo cáo;" for number in range(4_000))
    began = time.perf_counter()

    segments = compare_words(old, old.replace("đơn vị 77 ", "cơ quan 77 "))

    assert time.perf_counter() - began < 5
    assert [one.text for one in segments if one.op is not Op.EQUAL] == ["đơn vị", "cơ quan"]
