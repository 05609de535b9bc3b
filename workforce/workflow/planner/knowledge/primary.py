"""The operation each wish means by default at a service (`resource/operation`).

Wishes: tell (say something to people), approve (ask and wait), read (many), add, create, upload, …
"""

from __future__ import annotations

from workforce.workflow.planner.knowledge.table import table

PRIMARY = table(
    {
        "slack": "tell,create,add=message/post approve=message/sendAndWait read=channel/history upload=file/upload",
        "discord": "tell,create,add=message/send approve=message/sendAndWait read=message/getAll",
        "telegram": "tell,create,add=message/sendMessage approve=message/sendAndWait upload=message/sendDocument",
        "microsoftteams": (
            "tell,create,add=channelMessage/create approve=chatMessage/sendAndWait read=channelMessage/getAll"
        ),
        "googlechat": "tell=message/create approve=message/sendAndWait",
        "mattermost": "tell=message/post",
        "rocketchat": "tell=chat/postMessage",
        "ciscowebex": "tell=message/create",
        "zulip": "tell=message/sendStream",
        "matrix": "tell=message/create",
        "whatsapp": "tell=message/send approve=message/sendAndWait",
        "twilio": "tell=sms/send",
        "vonage": "tell=sms/send",
        "messagebird": "tell=sms/send",
        "plivo": "tell=sms/send",
        "sms77": "tell=sms/send",
        "gmail": (
            "tell,create,add=message/send approve=message/sendAndWait read=message/getAll reply=message/reply "
            "tag=message/addLabels delete=message/delete"
        ),
        "microsoftoutlook": (
            "tell,create=message/send approve=message/sendAndWait read=message/getAll reply=message/reply "
            "move=message/move"
        ),
        "emailsend": "tell,reply=/send approve=/sendAndWait",
        "sendgrid": "tell=mail/send",
        "mailgun": "tell=/",
        "mailjet": "tell=email/send",
        "awsses": "tell=email/send",
        "googlesheets": (
            "read=sheet/read add,create,tell=sheet/append update=sheet/update upsert=sheet/appendOrUpdate "
            "delete=sheet/delete"
        ),
        "microsoftexcel": (
            "read=worksheet/readRows add,create,tell=table/append update=worksheet/update upsert=worksheet/upsert"
        ),
        "postgres": "read=/executeQuery add,create,tell=/insert update=/update upsert=/upsert delete=/deleteTable",
        "mysql": "read=/executeQuery add,create,tell=/insert update=/update upsert=/upsert",
        "microsoftsql": "read=/executeQuery add,create=/insert update=/update",
        "snowflake": "read=/executeQuery add=/insert",
        "mongodb": "read=document/find add,create=document/insert update=document/update",
        "supabase": "read=row/getAll add,create=row/create update=row/update",
        "googlebigquery": "read=/executeQuery add=/insert",
        "notion": "read=databasePage/getAll add,create,tell=databasePage/create update=databasePage/update",
        "airtable": "read=record/search add,create,tell=record/create update=record/update upsert=record/upsert",
        "googledrive": (
            "read=fileFolder/search add,create,upload,tell=file/upload download=file/download copy=file/copy "
            "move=file/move share=file/share"
        ),
        "dropbox": "upload,add,create=file/upload read=folder/list download=file/download",
        "microsoftonedrive": "upload,add,create=file/upload read=folder/getChildren download=file/download",
        "box": "upload,add,create=file/upload download=file/download",
        "awss3": "upload,add,create=file/upload read=file/getAll download=file/download",
        "nextcloud": "upload,add,create=file/upload read=folder/list download=file/download",
        "ftp": "upload,add,create,tell=/upload read=/list download=/download",
        "googledocs": "create,add,tell=document/create update=document/update read=document/get",
        "googlecalendar": (
            "read=event/getAll create,add,tell,invite=event/create update=event/update delete=event/delete"
        ),
        "googleanalytics": "read=report/get",
        "hubspot": "create,add,update,upsert=contact/upsert read=contact/getAll",
        "salesforce": "create,add=lead/create read=lead/getAll",
        "pipedrive": "create,add=deal/create read=deal/getAll",
        "zendesk": "create,add,tell=ticket/create read=ticket/getAll update,close,tag=ticket/update",
        "freshdesk": "create,tell=ticket/create read=ticket/getAll update=ticket/update",
        "helpscout": "create=conversation/create read=conversation/getAll",
        "intercom": "read=user/getAll create=user/create",
        "jira": "create,add,tell=issue/create read=issue/getAll update,close=issue/update comment=issueComment/add",
        "linear": "create,add,tell=issue/create read=issue/getAll update=issue/update comment=comment/addComment",
        "asana": "create,add,tell=task/create read=task/getAll update=task/update comment=taskComment/add",
        "trello": "create,add,tell=card/create read=list/getCards update,move=card/update comment=cardComment/create",
        "clickup": "create,add,tell=task/create read=task/getAll update=task/update comment=comment/create",
        "mondaycom": "create,add,tell=boardItem/create read=boardItem/getAll",
        "todoist": "create,add,tell=task/create read=task/getAll close=task/close",
        "microsofttodo": "create,add=task/create read=task/getAll",
        "googletasks": "create,add=task/create read=task/getAll",
        "github": (
            "create,add,tell=issue/create read=repository/getIssues comment=issue/createComment update=issue/edit"
        ),
        "gitlab": "create,add,tell=issue/create read=repository/getIssues comment=issue/createComment",
        "shopify": "read=order/getAll create=order/create",
        "woocommerce": "read=order/getAll create=order/create",
        "stripe": "read=charge/getAll create=customer/create",
        "quickbooks": "read=invoice/getAll create,add=invoice/create",
        "xero": "read=invoice/getAll create,add,tell=invoice/create",
        "mailchimp": "create,add=member/create read=member/getAll tag=memberTag/create update=member/update",
        "sendinblue": "create,add=contact/upsert read=contact/getAll tell=email/send",
        "mailerlite": "create,add=subscriber/create read=subscriber/getAll",
        "activecampaign": "create,add=contact/create read=contact/getAll",
        "convertkit": "create,add=form/addSubscriber",
        "getresponse": "create,add=contact/create",
        "pagerduty": "create,tell,add=incident/create read=incident/getAll",
        "sentryio": "read=issue/getAll",
        "linkedin": "tell,create,add=post/create",
        "twitter": "tell,create,add=tweet/create read=tweet/search",
        "youtube": "read=video/getAll upload=video/upload",
        "wordpress": "create,tell,add=post/create read=post/getAll",
        "ghost": "create,tell=post/create read=post/getAll",
        "reddit": "create,tell=post/create read=post/getAll",
        "facebookgraphapi": "tell,read,create=/",
        "bamboohr": "read=employee/getAll create=employee/create",
        "rssfeedread": "read=/",
        "httprequest": "read,tell,create,add,call,update=/",
        "graphql": "read,create=/",
        "openweathermap": "read=/currentWeather",
        "deepl": "translate,read=language/translate",
        "googletranslate": "translate=language/translate",
        "hackernews": "read=all/getAll",
        "zoom": "create,add=meeting/create read=meeting/getAll",
        "servicenow": "create,tell=incident/create read=incident/getAll",
        "odoo": "create=contact/create read=contact/getAll",
        "bitly": "create=link/create",
        "quickchart": "create,read=/",
        "coda": "add,create=table/createRow read=table/getAllRows",
        "baserow": "add,create=row/create read=row/getAll",
        "nocodb": "add,create=row/create read=row/search",
        "kafka": "tell,add=/",
        "rabbitmq": "tell=/sendMessage",
        "redis": "add=/set read=/get tell=/publish",
        "awssns": "tell=/publish",
        "awssqs": "tell=/sendMessage",
        "awslambda": "call,tell,read=/invoke",
        "jenkins": "call,create=job/trigger",
        "elasticsearch": "add,create=document/create read=document/getAll",
        "harvest": "read=timeEntry/getAll",
        "dhl": "read=/get",
        "hunter": "read=/emailFinder",
        "clearbit": "read=company/enrich",
        "pushover": "tell=message/push",
        "pushbullet": "tell=push/create",
        "gotify": "tell=message/create",
        "signl4": "tell=alert/send",
        "salesmate": "create=activity/create",
        "googlecontacts": "create,add=contact/create read=contact/getAll",
        "googleslides": "create=presentation/create",
        "microsoftsharepoint": "upload=file/upload add=item/create download=file/download read=item/getAll",
        "googlecloudstorage": "upload,add=object/create read=object/getAll",
    }
)
