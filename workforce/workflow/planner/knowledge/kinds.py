"""What kind of thing a service is."""

from __future__ import annotations

KINDS: dict[str, str] = {
    "chat": (
        "slack discord telegram microsoftteams mattermost rocketchat googlechat ciscowebex zulip twist matrix twake"
    ),
    "mail": "gmail microsoftoutlook emailsend sendgrid mailgun mailjet mandrill awsses postmark",
    "sms": "twilio whatsapp vonage plivo messagebird sms77 mocean msg91",
    "push": "pushover pushbullet gotify pushcut signl4",
    "sheet": "googlesheets microsoftexcel microsoftexcelsharepoint",
    "database": "postgres mysql microsoftsql mongodb snowflake oracledatabase timescaledb questdb cratedb supabase "
    "googlebigquery redis elasticsearch awsdynamodb azurecosmosdb databricks "
    "googlefirebasecloudfirestore",
    "base": "airtable notion baserow nocodb grist seatable coda quickbase stackby",
    "files": (
        "googledrive dropbox box microsoftonedrive microsoftsharepoint nextcloud ftp awss3 s3 googlecloudstorage "
        "azurestorage"
    ),
    "docs": "googledocs confluence googleslides",
    "calendar": "googlecalendar",
    "crm": (
        "hubspot salesforce pipedrive zohocrm copper freshworkscrm agilecrm keap highlevel activecampaign "
        "monicacrm affinity microsoftdynamicscrm salesmate odoo"
    ),
    "desk": "zendesk freshdesk helpscout intercom freshservice servicenow zammad halopsa",
    "tracker": "jira linear asana trello clickup mondaycom todoist github gitlab microsofttodo googletasks taiga wekan",
    "shop": "shopify woocommerce magento2",
    "money": "stripe paypal quickbooks xero chargebee paddle wise invoiceninja",
    "marketing": (
        "mailchimp sendinblue mailerlite convertkit getresponse mautic egoi lemlist customerio iterable sendy vero"
    ),
    "forms": "typeform jotform surveymonkey form formstack wufoo formio kobotoolbox",
    "social": "linkedin twitter youtube facebookgraphapi reddit medium wordpress ghost webflow",
    "hr": "bamboohr workable",
    "watch": "sentryio pagerduty grafana uptimerobot splunk",
    "feed": "rssfeedread",
    "ai": "openai anthropic googlegemini mistralai ollama perplexity alibabacloud minimax moonshot",
    "web": "httprequest graphql webhook",
}
KIND_OF: dict[str, str] = {key: kind for kind, keys in KINDS.items() for key in keys.split()}
