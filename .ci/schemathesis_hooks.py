# Files of Word and of translators are sent as the bytes that they are.
import schemathesis

schemathesis.serializer.alias(
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/xliff+xml",
        "application/xml",
        "text/xml",
    ],
    "application/octet-stream",
)
