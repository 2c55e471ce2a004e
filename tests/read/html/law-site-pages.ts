/** The text of a small decree as sites hold it: two-column head, table, signature. */
export const decreeHtml = `
<table border="0" cellspacing="0"><tr><td width="223"><p align="center"><b>ỦY BAN NHÂN
DÂN<br>TỈNH HÀ TĨNH<br>-------</b></p></td><td><p align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>---------------</b></p></td></tr>
<tr><td><p>Số: 624/KH-UBND</p></td><td><p><i>Hà Tĩnh, ngày 19
tháng 11 năm 2025</i></p></td></tr></table>
<p align="center"><a name="loai_1"><b>KẾ HOẠCH</b></a></p>
<p align="center"><a name="loai_1_name">CẢI CÁCH HÀNH CHÍNH TỈNH HÀ TĨNH NĂM 2026</a></p>
<p>Thực hiện <a class="cmd" href="/van-ban/quyet-dinh-1.aspx">Quyết định số 2270/QĐ-TTg</a> ngày
14/10/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:</p>
<p><a name="muc_1"><b>I. MỤC TIÊU</b></a></p>
<p>1. Tỷ lệ hồ sơ thủ tục hành chính được giải quyết trực tuyến đạt 80% trở lên trong năm 2026.</p>
<p><b>II. NHIỆM VỤ</b></p>
<table border="1"><tr><td rowspan="2"><p>TT</p></td><td rowspan="2"><p>Nhiệm vụ</p></td><td colspan="2"><p>Đơn vị</p></td></tr><tr><td>Chủ trì</td><td>Phối hợp</td></tr>
<tr><td>1</td><td>Rà soát thủ tục</td><td>Sở Nội vụ</td><td>Sở Tư pháp</td></tr></table>
<table><tr><td><p><b><i>Nơi nhận:</i></b><br>- Bộ Nội vụ;<br>- Lưu: VT.</p></td><td><p><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Võ Trọng Hải</b></p></td></tr></table>`

const menu = `<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/van-ban">Văn bản pháp luật</a></li><li><a href="/hoi-dap">Hỏi đáp</a></li></ul></nav><script>var cookie = 'Số hiệu: 1/QĐ'</script>`
const footer = `<footer><p>Cơ quan chủ quản: Công ty A. Giấy phép số 27/GP-TTĐT ngày 09/05/2019.</p><a href="/lien-he">Liên hệ</a></footer>`

/** Other documents that every page of a site recommends, with fields of their own. */
const related = `<div class="sidebar"><h3>Văn bản cùng lĩnh vực</h3><ul><li><a href="/1">Quyết định 15/QĐ-UBND năm 2024 công bố thủ tục</a><p>Ban hành: 02/01/2024</p></li><li><a href="/2">Kế hoạch 16/KH-UBND về chuyển đổi số</a></li></ul></div>`

const page = (head: string, body: string, url: string): string =>
  `<!DOCTYPE html>\n<!-- saved from url=(0090)${url} -->\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Kế hoạch 624/KH-UBND</title>${head}</head><body>${body}</body></html>`

/** Pages as the law sites build them: ids, classes and labels are theirs, every word of text is ours. */
export const lawSitePages: Readonly<Record<string, string>> = {
  'thuvienphapluat.vn': page(
    '',
    `${menu}<form id="aspnetForm"><div id="tab1"><div class="contentDoc" id="divContentDoc"><div class="cldivContentDocVn"><div class="content1"><div><div>${decreeHtml}</div></div></div></div></div></div>
<div id="tab2" style="display: none"><div id="divThuocTinh"><h1>Kế hoạch 624/KH-UBND cải cách hành chính</h1><table><tr><td><b>Số hiệu:</b></td><td>624/KH-UBND</td><td></td><td><b>Loại văn bản:</b></td><td>Kế hoạch</td></tr>
<tr><td><b>Nơi ban hành:</b></td><td>Tỉnh Hà Tĩnh</td><td></td><td><b>Người ký:</b></td><td>Võ Trọng Hải</td></tr><tr><td><b>Ngày ban hành:</b></td><td>19/11/2025</td><td></td><td><b>Ngày hiệu lực:</b></td><td>Đã biết</td></tr>
<tr><td><b>Ngày công báo:</b></td><td>Đang cập nhật</td><td></td><td><b>Tình trạng:</b></td><td>Còn hiệu lực</td></tr></table></div></div>${related}</form>${footer}`,
    'https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Ke-hoach-624-KH-UBND-2025-1.aspx',
  ),
  'vbpl.vn': page(
    '',
    `${menu}<div class="box-tab-vb"><div class="vbInfo"><ul><li class="red"><span>Hiệu lực: </span>Còn hiệu lực</li><li><span>Ngày có hiệu lực: </span>19/11/2025</li></ul></div><div class="vbProperties"><table><tr><td class="label">Số ký hiệu</td><td>624/KH-UBND</td><td class="label">Ngày ban hành</td><td>19/11/2025</td></tr>
<tr><td class="label">Loại văn bản</td><td>Kế hoạch</td><td class="label">Ngày có hiệu lực</td><td>19/11/2025</td></tr><tr><td class="label">Cơ quan ban hành/ Chức danh / Người ký</td><td>UBND tỉnh Hà Tĩnh</td><td>Chủ tịch</td><td>Võ Trọng Hải</td></tr><tr><td>Tình trạng hiệu lực: Còn hiệu lực</td></tr></table></div>
<div class="fulltext"><div id="toanvancontent">${decreeHtml}</div></div></div>${footer}`,
    'https://vbpl.vn/hatinh/Pages/vbpq-toanvan.aspx?ItemID=1',
  ),
  'luatvietnam.vn': page(
    '<link rel="canonical" href="https://luatvietnam.vn/hanh-chinh/ke-hoach-624-d2.html">',
    `${menu}<div class="the-document-summary"><table><tr><th>Cơ quan ban hành:</th><td>Ủy ban nhân dân tỉnh Hà Tĩnh</td><th>Số công báo:</th><td>Đang cập nhật</td></tr><tr><th>Số hiệu:</th><td>624/KH-UBND</td><th>Loại văn bản:</th><td>Kế hoạch</td></tr>
<tr><th>Ngày ban hành:</th><td>19/11/2025</td><th>Người ký:</th><td>Võ Trọng Hải</td></tr><tr><th>Áp dụng:</th><td>Đăng nhập để xem</td><th>Tình trạng hiệu lực:</th><td>Còn Hiệu lực</td></tr></table></div>
<div id="noidung"><div class="the-document-body noidungtracuu">${decreeHtml.replace('</b></a></p>\n<p>1.', '</b></a></p><span class="tooltip-button"><span class="bg-theo-doi">Đang theo dõi</span></span><div class="docitem-binhluan">Xem thêm Nghị định số 66/2026/NĐ-CP.</div>\n<p>1.')}</div></div>${related}${footer}`,
    'https://luatvietnam.vn/hanh-chinh/ke-hoach-624-d2.html',
  ),
  'hethongphapluat.com': page(
    '<meta property="og:url" content="https://hethongphapluat.com/ke-hoach-624.html">',
    `${menu}<div class="container"><div class="thuoc-tinh"><ul><li>Số hiệu: 624/KH-UBND</li><li>Loại văn bản: Kế hoạch</li><li>Ngày ban hành: 19/11/2025</li><li>Nơi ban hành: Tỉnh Hà Tĩnh</li><li>Người ký: Võ Trọng Hải</li><li>Ngày hiệu lực: 19/11/2025</li><li>Tình trạng: Còn hiệu lực</li></ul></div>
<div class="entry-content"><div class="muc-luc"><p>Mục lục</p><a href="#1">I. MỤC TIÊU</a></div>${decreeHtml}<div class="share">Chia sẻ trên mạng xã hội</div></div></div>${related}${footer}`,
    'https://hethongphapluat.com/ke-hoach-624.html',
  ),
  'congbao.chinhphu.vn': page(
    '',
    `${menu}<main><dl class="doc-info"><dt>Số, ký hiệu</dt><dd>624/KH-UBND</dd><dt>Loại văn bản</dt><dd>Kế hoạch</dd><dt>Ngày ban hành</dt><dd>19-11-2025</dd><dt>Người ký</dt><dd>Võ Trọng Hải</dd></dl><div class="doc-content">${decreeHtml}</div></main>${footer}`,
    'https://congbao.chinhphu.vn/van-ban/ke-hoach-624.htm',
  ),
  'hatinh.gov.vn': page(
    '',
    `${menu}<div id="wrapper"><div class="cot-trai"><ul><li><a href="/a">Giới thiệu tỉnh Hà Tĩnh và các huyện</a></li><li><a href="/b">Công khai ngân sách nhà nước</a></li></ul></div><div class="cot-giua"><table class="bang"><tr><td>Số/Ký hiệu</td><td>624/KH-UBND</td></tr><tr><td>Ngày ban hành</td><td>19/11/2025</td></tr>
<tr><td>Người ký duyệt</td><td>Võ Trọng Hải</td></tr><tr><td>Hình thức văn bản</td><td>Kế hoạch</td></tr></table><div class="nd">${decreeHtml}</div></div></div>${footer}`,
    'https://hatinh.gov.vn/van-ban/624',
  ),
}
