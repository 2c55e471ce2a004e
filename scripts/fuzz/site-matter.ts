/** What sites of laws and portals of provinces put above a document: menus, notes on who may read, counters, the head that a browser prints. */
export const siteHeads: Readonly<Record<string, string>> = {
  'the menu of a site of laws':
    'Trang chủ\n\nVăn bản\n\nTìm kiếm nâng cao\n\nĐăng nhập\n\nBạn phải đăng nhập để tải văn bản này.\n\nTóm tắt\n\nNội dung\n\nLược đồ\n\nVăn bản gốc\n\nTải về\n\n',
  'the page of a portal':
    'CỔNG THÔNG TIN ĐIỆN TỬ\n\nTrang chủ > Văn bản chỉ đạo điều hành > Chi tiết\n\nThứ Hai, ngày 03 tháng 11 năm 2025\n\nCỡ chữ: A- A A+\n\nLượt xem: 12.345\n\nNgày đăng: 16/02/2022 08:15\n\n',
  'what a browser prints above':
    '22/11/2025, 08:15\n\nIn văn bản - Thư viện văn bản\n\nhttps://vanban.example.vn/chi-tiet/384-qd-ubnd-2022.html\n\nTrang 1/25\n\n',
  'the banner of a portal': 'ỦY BAN NHÂN DÂN TỈNH\n\nCỔNG THÔNG TIN ĐIỆN TỬ\n\nChủ nhật, 23/11/2025\n\nVăn bản mới\n\n',
  'a menu between bars': '|\nGiới thiệu\n|\nTin tức\n|\nVăn bản\n|\nThủ tục hành chính\n|\nLiên hệ\n|\n\nTải văn bản\n\nGửi email\n\n',
}

/** What they put below it: counters, sharing, lists of other documents with their numbers, who keeps the site. */
export const siteFeet: Readonly<Record<string, string>> = {
  'related documents':
    '\n\nVăn bản liên quan\n\nNghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030\n\nQuyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ\n\nKế hoạch số 12/KH-UBND ngày 05/01/2023: phấn đấu đến năm 2027 đạt 95% hồ sơ trực tuyến\n',
  'counters and a list':
    '\n\nLượt xem: 12.345\n\nTải về\n\nCác văn bản khác\n\n- 45/KH-UBND: Giảm 10% chi phí tuân thủ trong năm 2028\n\n- 3044/QĐ-UBND: 100% cơ quan áp dụng\n',
  'a note on who may read':
    '\n\nBạn phải đăng nhập hoặc đăng ký thành viên để xem đầy đủ nội dung.\n\nHơn 400.000 văn bản, cập nhật 24/7, giảm 30% cho thành viên mới\n\nTổng đài hỗ trợ: 1900 0000\n',
  'the foot of a portal':
    '\n\nIn trang\n\nGửi email\n\nĐánh giá bài viết: 5/5 (12 lượt)\n\nTin cùng chuyên mục\n\nSở Nội vụ triển khai kế hoạch năm 2027, đạt 98%\n\nCơ quan chủ quản: Ủy ban nhân dân tỉnh\n\nChịu trách nhiệm: Chánh Văn phòng Ủy ban nhân dân tỉnh\n\nSố lượt truy cập: 1.234.567\n',
  'an attached file': '\n\nTệp đính kèm\n\n384_QD-UBND.pdf (2,5 MB)\n\nĐang trực tuyến: 25\n\nHôm nay: 1.204\n\nTổng lượt truy cập: 9.876.543\n',
  "a browser's foot": '\n\nhttps://vanban.example.vn/chi-tiet/384-qd-ubnd-2022.html\n\n25/25\n',
}
