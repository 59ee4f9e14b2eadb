"""Two-syllable words of official Vietnamese that a redline replaces whole, never by half."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = """
phối_hợp kết_hợp hợp_tác chủ_trì chủ_động chủ_tịch phó_chủ chủ_nhiệm chủ_quản chủ_sở tham_mưu tham_gia
tham_dự tham_khảo trách_nhiệm nhiệm_vụ nghĩa_vụ quyền_hạn quyền_lợi thẩm_quyền thẩm_định thẩm_tra phê_duyệt
phê_chuẩn ban_hành thi_hành thực_hiện thực_hành thực_tế triển_khai tổ_chức cơ_quan đơn_vị cá_nhân tập_thể
công_dân cơ_sở địa_phương trung_ương tỉnh_ủy thành_ủy huyện_ủy đảng_ủy cấp_ủy ủy_ban uỷ_ban nhân_dân
hội_đồng ban_chấp chấp_hành thường_vụ thường_trực thường_xuyên văn_phòng văn_bản văn_kiện văn_hóa văn_thư
bí_thư thư_ký lãnh_đạo chỉ_đạo chỉ_thị điều_hành quản_lý quản_trị kiểm_tra kiểm_soát kiểm_điểm kiểm_toán
giám_sát thanh_tra điều_tra xác_minh xác_nhận xác_định chứng_nhận chứng_thực báo_cáo thông_báo thông_tin
thông_qua thông_tư công_bố công_khai công_việc công_tác công_chức công_văn công_trình viên_chức cán_bộ
quy_định quy_chế quy_trình quy_hoạch quy_ước quy_mô quyết_định quyết_nghị nghị_quyết nghị_định nghị_sự
kết_luận kết_quả kế_hoạch chương_trình đề_án đề_nghị đề_xuất đề_cương dự_án dự_thảo dự_toán dự_kiến
kiến_nghị ý_kiến góp_ý tham_vấn tiếp_nhận tiếp_thu tiếp_tục tiếp_cận giải_trình giải_quyết giải_thích
giải_pháp tổng_hợp tổng_kết sơ_kết đánh_giá phân_tích phân_công phân_cấp phân_loại phân_bổ ủy_quyền uỷ_quyền
giao_ban giao_dịch bàn_giao chuyển_giao lưu_trữ lưu_giữ bảo_quản bảo_mật bảo_đảm đảm_bảo bảo_vệ bảo_trì
bảo_hiểm an_toàn an_ninh quốc_phòng quốc_hội chính_phủ thủ_tướng bộ_trưởng thủ_trưởng trưởng_ban phó_trưởng
đại_biểu đại_diện đại_hội hội_nghị hội_thảo cuộc_họp kỳ_họp phiên_họp biên_bản biên_soạn soạn_thảo tài_liệu
tài_sản tài_chính ngân_sách kinh_phí chi_phí kinh_tế xã_hội chính_trị chính_sách pháp_luật pháp_lý hồ_sơ
thủ_tục thời_hạn thời_gian thời_điểm hằng_năm hàng_năm hằng_tháng hàng_tháng hằng_quý định_kỳ đột_xuất
kịp_thời đầy_đủ chính_xác đúng_đắn khách_quan minh_bạch thống_nhất thống_kê nhất_trí đồng_ý đồng_bộ
đồng_thời hiệu_lực hiệu_quả chất_lượng số_lượng nội_dung hình_thức phương_pháp phương_án phương_thức
phương_tiện nguyên_tắc nguyên_nhân tiêu_chuẩn tiêu_chí điều_kiện điều_chỉnh điều_khoản điều_động bổ_sung
sửa_đổi thay_thế bãi_bỏ hủy_bỏ huỷ_bỏ thu_hồi đình_chỉ tạm_dừng chấm_dứt khen_thưởng kỷ_luật xử_lý xử_phạt
vi_phạm khiếu_nại tố_cáo yêu_cầu trường_hợp đối_tượng phạm_vi áp_dụng sử_dụng vận_hành vận_dụng xây_dựng
thành_lập giải_thể sáp_nhập bố_trí bổ_nhiệm miễn_nhiệm tuyển_dụng đào_tạo bồi_dưỡng nghiên_cứu khảo_sát
hướng_dẫn đôn_đốc theo_dõi cập_nhật cung_cấp trao_đổi gửi_trả trình_duyệt trình_bày ký_kết ký_tên chữ_ký
con_dấu liên_quan liên_hệ trực_thuộc trực_tiếp trực_tuyến gián_tiếp điện_tử dữ_liệu hệ_thống phần_mềm
công_nghệ khoa_học kỹ_thuật môi_trường nông_nghiệp nông_thôn nông_dân doanh_nghiệp hợp_đồng hợp_lệ hợp_pháp
đất_đai tài_nguyên giáo_dục y_tế lao_động việc_làm người_dân đảng_viên đảng_bộ chi_bộ đoàn_thể mặt_trận
tổ_quốc nhà_nước đất_nước toàn_quốc toàn_tỉnh khu_vực lĩnh_vực tối_đa tối_thiểu chậm_nhất trước_hết
tiếp_theo bao_gồm kèm_theo căn_cứ cụ_thể chi_tiết đặc_biệt quan_trọng cần_thiết khẩn_cấp
"""

#: Written by hand from what regulations say most; a pair that is not here is compared by its syllables.
COMPOUNDS: Final = frozenset(pair.replace("_", " ") for pair in _PAIRS.split())
