"""The sentences for a Word file that cannot be read, or must not be."""

BROKEN = "文件不完整或已损坏，无法读取：请在 WPS 或 Word 中打开原文件，另存为新的 .docx 后重试"
TOO_LARGE = "文件超过 20 MB，无法导入：请压缩其中的图片，或分成几个文件导入"
TOO_BIG = "文件解压后过大，已停止读取：请删去不需要的图片和附件，或分成几个文件导入"
TOO_MANY = "文件内部的条目过多，已拒绝读取：请在 WPS 或 Word 中另存为新的 .docx 后重试"
HOSTILE = (
    "文件中含有不安全的内容（DOCTYPE 声明），已拒绝读取：请在 WPS 或 Word 中另存为新的 .docx 后重试"
)
TOO_DEEP = "文件内部嵌套过深，已停止读取：请检查表格和文本框是否层层嵌套，简化后重试"
TOO_SLOW = "文件内容过于复杂，读取超时：请分成几个文件导入"
