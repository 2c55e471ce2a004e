import { expect, test } from 'vitest'
import { mendSetPhrases } from '../../../src/read/ocr/set-phrases.js'

test.each([
  ['Luật Sửa đối, bổ sung một số điều', 'Luật Sửa đổi, bổ sung một số điều'],
  ['SỬA ĐỐI, BỐ SUNG', 'SỬA ĐỔI, BỔ SUNG'],
  ['chuyển đối số', 'chuyển đổi số'],
  ['thấm định, phê duyệt theo thấm quyền', 'thẩm định, phê duyệt theo thẩm quyền'],
  ['tống hợp, báo cáo; tố chức thực hiện', 'tổng hợp, báo cáo; tổ chức thực hiện'],
  ['đối với các chức danh', 'đối với các chức danh'],
  ['được chuyển đối với hồ sơ giấy', 'được chuyển đối với hồ sơ giấy'],
  ['tố cáo; thành phố; hệ thống hợp nhất', 'tố cáo; thành phố; hệ thống hợp nhất'],
])('%s', (read, mended) => expect(mendSetPhrases({ text: read, marks: [] }).text).toBe(mended))
