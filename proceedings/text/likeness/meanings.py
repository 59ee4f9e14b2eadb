"""Words that say the same in opinions on a draft, words that say nothing, and words that say the contrary."""

from __future__ import annotations

from typing import Final

ADD, REMOVE, KEEP, AMEND, AGREE = "+add", "+remove", "+keep", "+amend", "+agree"
DISAGREE: Final = "+disagree"
NOT: Final = "+not"
#: It speaks of what is not wanted or not yet so, which another point may call by its name: no contradiction.
INSTEAD: Final = "+instead"
RITUAL: Final = "+ritual"

#: One form each → the ways to say it. The longest reading wins, so a line also guards words against a shorter one.
_SAME: Final = {
    ADD: "cần quy định|nên quy định|phải quy định|cần có quy định|nên có quy định|cần có|nên có|phải có"
    "|bổ sung|bổ sung thêm|thêm|đưa thêm|ghi thêm|viết thêm|quy định thêm|nêu thêm",
    REMOVE: "bỏ|lược bỏ|loại bỏ|bãi bỏ|xóa bỏ|xóa|cắt bỏ|bỏ bớt|lược bớt|bỏ đi|gạch bỏ|bỏ ra khỏi|đưa ra khỏi"
    "|không cần quy định|không nên quy định|không quy định"
    "|không cần thiết quy định|chưa cần quy định|không đưa vào|không ghi",
    KEEP: "giữ nguyên|giữ lại|giữ như|bảo lưu|giữ quy định|giữ đúng như|để nguyên|để như",
    AMEND: "sửa|sửa đổi|sửa lại|chỉnh sửa|điều chỉnh|chỉnh lý|thay|thay thế|viết lại|diễn đạt lại|thay đổi"
    "|sửa thành|đổi thành|thay bằng|thay thế bằng|đổi",
    AGREE: "nhất trí|đồng tình|tán thành|đồng ý|ủng hộ|tán đồng|thống nhất với|thống nhất như|thống nhất cao",
    NOT: "không|chẳng|không nên|không cần|chưa nên|chưa cần|không cần thiết|đừng|không cần thiết phải|khỏi phải"
    "|không nhất thiết|không nhất thiết phải|không được|chớ",
    INSTEAD: "chưa|tránh|thay vì|thay cho|chứ không|chứ không phải|chứ chưa phải|không phải"
    "|chưa phải|hơn là|thay vì chỉ|chứ",
    DISAGREE: "chưa nhất trí|chưa đồng tình|chưa tán thành|chưa đồng ý|không nhất trí|không đồng tình|không tán thành"
    "|không đồng ý",
    RITUAL: "đề nghị|kiến nghị|đề xuất|xin|mong|mong muốn|xem xét|nghiên cứu|cân nhắc|dự thảo|dự thảo quy chế|cơ bản"
    "|về cơ bản|ban soạn thảo|cơ quan soạn thảo|tổ biên tập|theo chúng tôi|chúng tôi|góp ý|tham gia ý kiến|quy định"
    "|quy chế|nội dung|cho rằng|thấy rằng|đề nghị xem xét|trân trọng|báo cáo",
    # guards: these are no requests
    "bo phieu": "bỏ phiếu|biểu quyết",
    "bo sot": "bỏ sót|bỏ lọt|bỏ qua|bỏ trống|bỏ ngỏ|sót",
    "khong nhung": "không những|không chỉ|chẳng những",
    "khong qua": "không quá|tối đa|nhiều nhất",
    "thay mat": "thay mặt|đại diện",
    "trao doi": "trao đổi|trao đổi ý kiến|bàn bạc|thảo luận|bàn",
    "them nua": "thêm nữa|hơn nữa",
    "sau day": "sau đây|dưới đây|như sau|cụ thể như sau",
    "truoc het": "trước hết|trước tiên|trước mắt",
    # the office's synonyms
    "ro": "làm rõ|nói rõ|quy định rõ"
    "|nêu rõ|ghi rõ|xác định rõ|quy định cụ thể|cụ thể hóa|cụ thể|rõ|chỉ rõ|rõ ràng|giải thích"
    "|xác định|quy định rõ ràng|quy định cụ thể hơn|rõ hơn",
    "it nhat": "ít nhất|tối thiểu|không ít hơn|không dưới",
    "cham nhat": "chậm nhất|muộn nhất|chậm nhất là",
    "hang nam": "hằng năm|hàng năm|mỗi năm|mỗi năm một lần|một năm một lần|năm một lần",
    "hang quy": "hằng quý|hàng quý|mỗi quý|quý một lần|mỗi quý một lần",
    "hang thang": "hằng tháng|hàng tháng|mỗi tháng|mỗi tháng một lần",
    "sau thang": "sáu tháng|6 tháng|nửa năm",
    "han": "thời hạn|thời gian|hạn",
    "cum tu": "cụm từ|cụm|từ ngữ|chữ|nhóm từ",
    "khai niem": "khái niệm|định nghĩa|thuật ngữ|nghĩa",
    "dung dau": "người đứng đầu|thủ trưởng|đồng chí đứng đầu",
    "dau moi": "đầu mối|cơ quan đầu mối|bộ phận đầu mối|nơi làm đầu mối|cơ quan thường trực",
    "lay y kien": "lấy ý kiến|xin ý kiến|tham khảo ý kiến|hỏi ý kiến|tham vấn",
    "cuoc hop": "cuộc họp|hội nghị|phiên họp|họp|buổi họp|kỳ họp",
    "truc tuyen": "trực tuyến|qua mạng|truyền hình|cầu truyền hình|qua đường truyền",
    "gui": "gửi|chuyển|gửi đến|chuyển đến|gửi cho|chuyển cho",
    "thong bao": "thông báo|báo|báo tin|cho biết|thông tin lại",
    "kip thoi": "kịp thời|nhanh chóng|ngay|tức thời",
    "dot xuat": "đột xuất|khẩn cấp|cấp bách|bất thường",
    "giai quyet": "giải quyết|xử lý",
    "kiem tra": "kiểm tra|giám sát|kiểm tra, giám sát",
    "bi mat": "bí mật|bảo mật|giữ kín|giữ bí mật",
    "kinh phi": "kinh phí|ngân sách|tiền|nguồn kinh phí",
    "thu tuc": "thủ tục|trình tự|quy trình|trình tự thủ tục",
    "vuong mac": "vướng mắc|khó khăn",
    "khac nhau": "bất đồng|ý kiến khác nhau|ý kiến khác|chưa thống nhất|không thống nhất|chưa đồng thuận",
    "boi duong": "bồi dưỡng|tập huấn|đào tạo",
    "mau": "biểu mẫu|mẫu|mẫu biểu",
    "luu tru": "lưu trữ|lưu giữ|lưu",
    "tai lieu": "tài liệu|hồ sơ",
    "phan cong": "phân công|giao|giao cho",
    "can cu": "căn cứ|cơ sở",
    "tong ket": "tổng kết|sơ kết|sơ kết tổng kết",
    "khen thuong": "khen thưởng|biểu dương|động viên",
    "trung lap": "trùng lặp|trùng|lặp lại|lặp|nhắc lại",
    "thuc hien": "thực hiện|thi hành|triển khai|tiến hành|áp dụng",
    "to chuc": "tổ chức",
    "quyet dinh": "quyết định",
    "can bo": "cán bộ",
    "phu hop": "phù hợp|thích hợp",
    "hieu luc": "hiệu lực|có hiệu lực",
    "trach nhiem": "trách nhiệm|nghĩa vụ",
    "tang": "tăng|nâng|nâng lên|tăng lên",
    "giam": "giảm|hạ|giảm xuống|hạ xuống",
    "keo dai": "kéo dài|dài hơn|nới|gia hạn",
    "rut ngan": "rút ngắn|ngắn hơn|rút xuống",
    "mo rong": "mở rộng|rộng hơn",
    "thu hep": "thu hẹp|hẹp hơn|giới hạn",
    "tach": "tách|tách riêng|tách thành|chia thành|chia|tách ra",
    "gop": "gộp|ghép|nhập|gộp chung|hợp nhất|gộp lại|gộp vào",
    "bat buoc": "bắt buộc",
    "tu nguyen": "tự nguyện|khuyến khích|tùy nghi|không bắt buộc|tùy chọn",
    "cong khai": "công khai|đăng công khai",
    "truoc": "trước|trước khi",
    "sau": "sau|sau khi",
}  # fmt: skip

_STOPS: Final = """
và các những là thì mà được bị cho về với trong này đó đây để tại ở từ do bởi theo như cũng đã đang sẽ rất nên cần phải
có thể việc sự khi vì rằng hay hoặc nếu còn lại ra vào lên mỗi từng đối nhằm trên cùng cả thành bằng sao hơn nữa đến tới
vẫn lần cái ta nào ấy đều một hai bên qua hướng của
"""
STOPS: Final = frozenset(_STOPS.split())
"""Words that bind others; they are highlighted with their neighbours and weigh nothing."""

_COURTESIES: Final = """
tỉnh thành ủy đảng ban thường vụ cấp chi bộ trung ương chấp hành bí thư văn phòng cơ quan đơn vị chúng tôi
qua sau nghiên cứu đọc xem xét nhận được công văn bản số ngày thực hiện theo đề nghị tổ chức hội thảo cơ bản
nhất trí thống nhất đồng tình tán thành cao hoàn toàn với dự thảo quy chế quy định nội dung bố cục hồ sơ
tham gia góp ý một số ý kiến như sau cụ thể dưới đây xin có và về các của kính gửi trân trọng thêm bổ sung
làm rõ để hoàn thiện tờ trình báo cáo lấy việc tại đã bằng trong tinh thần kết cấu nêu phần lớn đa số tuy
nhiên bên cạnh đó ngoài ra đánh giá soạn thảo
"""
COURTESIES: Final = frozenset(_COURTESIES.split())
"""What an opening is made of that says only who writes, that they read the draft and agree with most of it."""

#: What cannot both be granted: who asks for one of a pair and who asks for the other never share an answer.
OPPOSED: Final = frozenset(
    frozenset(pair) for pair in ((REMOVE, KEEP), (REMOVE, ADD), (KEEP, ADD), (KEEP, AMEND), (KEEP, DISAGREE))
)
#: Those, and what is another request without being the contrary.
PARTED: Final = OPPOSED | {frozenset({REMOVE, AMEND})}
POLES: Final = (
    ("tang", "giam"),
    ("keo dai", "rut ngan"),
    ("mo rong", "thu hep"),
    ("tach", "gop"),
    ("bat buoc", "tu nguyen"),
    ("cong khai", "bi mat"),
    ("it nhat", "khong qua"),
)
#: Words whose exchange makes another request, though not the contrary one.
SHADES: Final = (
    ("truoc", "sau"),
    ("hang nam", "hang quy"),
    ("hang nam", "hang thang"),
    ("hang quy", "hang thang"),
)

_NUMBERS: Final = """
1 một|2 hai|3 ba|4 bốn|5 năm|6 sáu|7 bảy|8 tám|9 chín|10 mười|11 mười một|12 mười hai|13 mười ba|14 mười bốn|15 mười lăm
20 hai mươi|30 ba mươi|45 bốn lăm|45 bốn mươi lăm|60 sáu mươi|90 chín mươi
"""
NUMBERS: Final = {
    words: number
    for number, _, words in (line.partition(" ") for line in _NUMBERS.strip().replace("\n", "|").split("|"))
}
"""Number words, told from other words by the unit after them → the number in figures."""
_UNITS: Final = "ngày tháng năm giờ tuần lần người phần bản quý nhiệm"
UNITS: Final = frozenset(_UNITS.split())
"""What is counted: "bảy ngày", where "bảy" is a number."""


def list_meanings() -> dict[str, str]:
    """Return every way of saying in the table, as written there, and the form that all of its line share."""
    return {way: form for form, ways in _SAME.items() for way in ways.split("|")}
