"""Amazon: S3, and what SNS, SES, SQS, Lambda and DynamoDB answer."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, json_answer, text_answer
from workforce.workflow.rehearsal.world.files import bytes_of
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

s3 = Service("Amazon S3", r"(?:.+\.)?s3(?:[.-][\w-]+)?\.amazonaws\.com")
aws = Service("Amazon Web Services", r".+\.amazonaws\.com")


# --- S3 ---------------------------------------------------------------------------------------------------

_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def _keys(visit: Visit) -> list[Record]:
    made = [
        {"key": f"{('reports', 'invoices', 'images')[n]}/file-{n + 1}.{('csv', 'pdf', 'png')[n]}", "at": visit.past(n)}
        for n in range(3)
    ]
    return visit.memory.collection("s3/keys", lambda: [] if visit.empty else made)


def _bucket(visit: Visit) -> str:
    first = visit.asked.path.strip("/").split("/")[0]
    return visit.asked.host.split(".")[0] if not visit.asked.host.startswith("s3") else first


@s3.on("GET", r"/(?P<key>.*)")
def s3_get(visit: Visit) -> Any:
    """Buckets, the objects of one, where it is, or an object's bytes."""
    in_host = not visit.asked.host.startswith("s3")
    key = visit.found["key"] if in_host else "/".join(visit.found["key"].split("/")[1:])
    if "location" in visit.query:
        return text_answer(
            f'{_XML}<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">us-east-1</LocationConstraint>',
            "application/xml",
        )
    if not in_host and not visit.found["key"]:
        return text_answer(
            f"{_XML}<ListAllMyBucketsResult><Owner><ID>1</ID></Owner><Buckets><Bucket><Name>files</Name><CreationDate>{visit.past(0)}</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>",
            "application/xml",
        )
    if key:
        return bytes_answer(bytes_of(key.rsplit(".", 1)[-1].lower(), visit), etag='"1"')
    rows = "".join(
        f'<Contents><Key>{escape(one["key"])}</Key><LastModified>{one["at"]}</LastModified><ETag>"1"</ETag><Size>1024</Size><StorageClass>STANDARD</StorageClass></Contents>'
        for one in _keys(visit)
    )
    return text_answer(
        f"{_XML}<ListBucketResult><Name>{escape(_bucket(visit))}</Name><KeyCount>{len(_keys(visit))}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>",
        "application/xml",
    )


@s3.on("PUT", r"/(?P<key>.*)")
def s3_put(visit: Visit) -> Any:
    """An object stored or copied, a bucket made."""
    _keys(visit).append({"key": visit.found["key"], "at": visit.now})
    if visit.asked.header("x-amz-copy-source"):
        return text_answer(
            f'{_XML}<CopyObjectResult><LastModified>{visit.now}</LastModified><ETag>"1"</ETag></CopyObjectResult>',
            "application/xml",
        )
    return Answer(200, {"etag": '"1"', "content-type": "application/xml"}, b"")


@s3.on("POST", r"/.*")
def s3_post(visit: Visit) -> Any:
    """Uploads in parts, several objects deleted."""
    if "uploads" in visit.query:
        return text_answer(
            f"{_XML}<InitiateMultipartUploadResult><Bucket>files</Bucket><Key>k</Key><UploadId>1</UploadId></InitiateMultipartUploadResult>",
            "application/xml",
        )
    if "uploadId" in visit.query:
        return text_answer(
            f'{_XML}<CompleteMultipartUploadResult><Location>l</Location><Bucket>files</Bucket><Key>k</Key><ETag>"1"</ETag></CompleteMultipartUploadResult>',
            "application/xml",
        )
    return text_answer(f"{_XML}<DeleteResult><Deleted><Key>k</Key></Deleted></DeleteResult>", "application/xml")


@s3.on("DELETE HEAD", r"/.*")
def s3_delete(visit: Visit) -> Any:
    """An object or bucket removed, or looked at."""
    return Answer(
        204 if visit.asked.method == "DELETE" else 200, {"content-type": "application/xml", "content-length": "0"}
    )


# --- other services of Amazon -----------------------------------------------------------------------------


@aws.on("POST GET", r".*")
def amazon(visit: Visit) -> Any:
    """SNS and SES answer in XML, the others in JSON."""
    action = visit.query.get("Action") or visit.fields.get("Action") or ""
    if action:
        inner = {
            "Publish": f"<MessageId>{visit.new_id()}</MessageId>",
            "SendEmail": f"<MessageId>{visit.new_id()}</MessageId>",
            "ListTopics": "<Topics><member><TopicArn>arn:aws:sns:us-east-1:1:news</TopicArn></member></Topics>",
            "CreateTopic": "<TopicArn>arn:aws:sns:us-east-1:1:news</TopicArn>",
            "SendMessage": f"<MessageId>{visit.new_id()}</MessageId><MD5OfMessageBody>1</MD5OfMessageBody>",
        }.get(str(action), "")
        return text_answer(
            f"{_XML}<{action}Response><{action}Result>{inner}</{action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>",
            "text/xml",
        )
    if "lambda" in visit.asked.host:
        return json_answer({"statusCode": 200, "body": "ok"})
    target = visit.asked.header("x-amz-target")
    if target.endswith(("GetItem", "PutItem", "UpdateItem", "DeleteItem")):
        item = visit.dressing.record(visit.kind(str(visit.fields.get("TableName") or "")), 0)
        return {"Item": _marshalled(visit.fields.get("Item") or item), "Attributes": _marshalled(item)}
    if target.endswith(("Scan", "Query")):
        records = visit.dressing.records(str(visit.fields.get("TableName") or ""), 0 if visit.empty else 3)
        return {
            "Items": [_marshalled(record) for record in records],
            "Count": len(records),
            "ScannedCount": len(records),
        }
    return {"MessageId": visit.new_id(), "ok": True}


def _marshalled(record: Record) -> Record:
    """DynamoDB's way of writing values."""
    return {
        name: value
        if isinstance(value, dict)
        else {"BOOL": value}
        if isinstance(value, bool)
        else {"N": str(value)}
        if isinstance(value, int | float)
        else {"S": str(value)}
        for name, value in record.items()
    }
