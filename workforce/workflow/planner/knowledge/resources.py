"""What a word for a thing is called at a service: `word,other_word=resource`."""

from __future__ import annotations

from workforce.workflow.planner.knowledge.table import table

RESOURCE_WORDS = table(
    {
        "jira": "task,ticket,bug,card=issue comment=issueComment attachment=issueAttachment",
        "linear": "task,ticket,card=issue",
        "asana": "ticket,card,issue,item=task comment=taskComment",
        "trello": "task,ticket,issue,item=card comment=cardComment",
        "clickup": "ticket,issue,card=task",
        "mondaycom": "task,item,ticket,record,row,lead=boardItem",
        "todoist": "ticket,item=task",
        "github": "ticket,task=issue pull_request,merge_request,diff=pullRequest review=review file=file",
        "gitlab": "ticket,task=issue",
        "zendesk": "issue,case,message=ticket customer,user=user",
        "freshdesk": "issue,case=ticket customer=contact",
        "helpscout": "ticket=conversation",
        "hubspot": "lead,customer,person,subscriber=contact deal=deal company=company ticket=ticket",
        "salesforce": "deal=opportunity customer,company=account person=contact ticket,case=case",
        "pipedrive": "contact,customer=person company=organization lead=lead task,event=activity",
        "zohocrm": "deal=deal customer,company=account invoice=invoice",
        "xero": "bill,invoice,expense=invoice customer=contact",
        "quickbooks": "expense=purchase order=invoice bill=bill product=item",
        "stripe": "payment,charge,order,refund,invoice=charge subscription=customer",
        "mailchimp": "subscriber,contact,person,customer,list,user=member tag=memberTag",
        "sendinblue": "subscriber,person=contact email=email",
        "mailerlite": "contact,person,customer=subscriber",
        "notion": "row,record,item,page,task,database,note=databasePage",
        "airtable": "row,item,table,base=record",
        "googlecalendar": "booking,task,calendar=event",
        "googledrive": "document,attachment,image=file folder=folder",
        "googlesheets": "row,record,item=sheet",
        "slack": "email,alert,report,note=message",
        "gmail": "email,attachment=message draft=draft conversation=thread",
        "microsoftoutlook": "email=message event=event contact=contact attachment=messageAttachment",
        "googledocs": "page,file,report,note=document",
        "twitter": "post,message=tweet",
        "bamboohr": "person,user=employee file=file",
        "pagerduty": "alert,ticket,error=incident",
        "servicenow": "ticket,case,issue=incident",
        "sentryio": "error,bug=issue",
        "activecampaign": "subscriber,customer,lead=contact",
        "woocommerce": "payment=order",
        "shopify": "product=product payment=order",
        "freshservice": "incident,issue=ticket",
        "freshworkscrm": "company=account person=contact",
        "copper": "deal=opportunity contact,customer=person",
    }
)
