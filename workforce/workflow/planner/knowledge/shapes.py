"""Where services keep fields in their data: `concept,other_concept=path`.

`service` is what its trigger gives, `service:read` what reading gives (else the same).
"""

from __future__ import annotations

from workforce.workflow.planner.knowledge.table import table

SHAPES = table(
    {
        "gmail": (
            "author,email=from.value[0].address name,customer=from.value[0].name subject,title=subject text=text "
            "date=date id=id"
        ),
        "gmail:read": "author,email,name=From subject,title=Subject text=snippet id=id date=internalDate",
        "microsoftoutlook": (
            "author,email,name,customer=from subject,title=subject text=bodyPreview date=receivedDateTime id=id"
        ),
        "emailreadimap": (
            "author,email,name,customer=from subject,title=subject text=textPlain date=date id=attributes.uid"
        ),
        "calendly": (
            "name,customer=payload.name email=payload.email time,date=payload.scheduled_event.start_time "
            "title=payload.scheduled_event.name url=payload.scheduled_event.location.join_url status=payload.status"
        ),
        "cal": "name,customer=attendees[0].name email=attendees[0].email time,date=startTime title=title",
        "stripe": (
            "customer,name=data.object.billing_details.name email=data.object.billing_details.email "
            "amount=data.object.amount currency=data.object.currency id=data.object.id status=data.object.status "
            "text=data.object.description reason=data.object.failure_message"
        ),
        "stripe:read": (
            "customer=billing_details.name email=billing_details.email amount=amount currency=currency id=id "
            "status=status text=description date=created"
        ),
        "shopify": (
            "customer,name=customer.first_name email=email amount=total_price currency=currency id=order_number "
            "date=created_at status=financial_status product=line_items[0].title quantity=line_items[0].quantity "
            "url=order_status_url city=shipping_address.city country=shipping_address.country title=name"
        ),
        "woocommerce": (
            "customer,name=billing.first_name email=billing.email amount=total currency=currency id=number "
            "date=date_created status=status product=line_items[0].name country=billing.country"
        ),
        "hubspot": (
            "id=objectId name=properties.firstname.value email=properties.email.value company=properties.company.value "
            "amount=properties.amount.value owner=properties.hubspot_owner_id.value status=properties.dealstage.value "
            "title=properties.dealname.value phone=properties.phone.value"
        ),
        "hubspot:read": (
            "id=dealId name,title=properties.dealname.value amount=properties.amount.value "
            "owner=properties.hubspot_owner_id.value status=properties.dealstage.value email=properties.email.value "
            "date=properties.createdate.value due_date=properties.closedate.value"
        ),
        "pipedrive": (
            "id=data.id title,name=data.title amount=data.value currency=data.currency status=data.status "
            "owner=data.owner_id customer=data.person_id email=data.email company=data.org_id"
        ),
        "pipedrive:read": (
            "id=id title,name=title amount=value currency=currency status=status owner=owner_name customer=person_name "
            "company=org_name"
        ),
        "salesforce": (
            "id=Id name,title=Name email=Email company=Company amount=Amount status=Status owner=OwnerId phone=Phone"
        ),
        "zendesk": (
            "id=id title,subject=subject text=description priority=priority status=status url=url "
            "author=via.source.from.name email=via.source.from.address date=created_at customer=requester_id "
            "owner=assignee_id"
        ),
        "freshdesk": (
            "id=id title,subject=subject text=description_text priority=priority status=status email=requester.email "
            "name=requester.name date=created_at"
        ),
        "github": (
            "id=body.issue.number title,name=body.issue.title text=body.issue.body url=body.issue.html_url "
            "author=body.sender.login status=body.action"
        ),
        "github:pull_request": (
            "id=body.pull_request.number title=body.pull_request.title text=body.pull_request.body "
            "url=body.pull_request.html_url author=body.pull_request.user.login status=body.action"
        ),
        "github:push": (
            "id=body.after title,text=body.head_commit.message url=body.compare author=body.pusher.name "
            "email=body.pusher.email"
        ),
        "github:release": (
            "id=body.release.id title=body.release.name text=body.release.body url=body.release.html_url "
            "author=body.release.author.login"
        ),
        "github:read": "id=number title=title text=body url=html_url author=user.login status=state date=created_at",
        "gitlab": (
            "id=body.object_attributes.iid title=body.object_attributes.title text=body.object_attributes.description "
            "url=body.object_attributes.url author=body.user.name status=body.object_attributes.state "
            "email=body.user.email"
        ),
        "gitlab:read": "id=iid title=title text=description url=web_url author=author.name status=state",
        "jira": (
            "id=issue.key title=issue.fields.summary text=issue.fields.description url=issue.self "
            "status=issue.fields.status.name priority=issue.fields.priority.name "
            "owner=issue.fields.assignee.displayName "
            "author=issue.fields.reporter.displayName email=issue.fields.reporter.emailAddress"
        ),
        "jira:read": (
            "id=key title=fields.summary text=fields.description url=self status=fields.status.name "
            "priority=fields.priority.name owner=fields.assignee.displayName due_date=fields.duedate"
        ),
        "linear": (
            "id=data.identifier title=data.title text=data.description url=url status=data.state.name "
            "priority=data.priorityLabel owner=data.assignee.name"
        ),
        "linear:read": (
            "id=identifier title=title text=description url=url status=state.name priority=priority "
            "owner=assignee.displayName date=completedAt"
        ),
        "asana:read": (
            "id=gid title,name=name text=notes due_date=due_on owner=assignee.name url=permalink_url status=completed"
        ),
        "trello:read": "id=id title,name=name text=desc due_date=due url=shortUrl",
        "clickup:read": (
            "id=id title,name=name text=description due_date=due_date status=status.status url=url "
            "owner=assignees[0].username"
        ),
        "todoist:read": "id=id title=content text=description due_date=due.date url=url",
        "trello": (
            "id=action.data.card.id title,name=action.data.card.name author=action.memberCreator.fullName "
            "text=action.data.card.desc"
        ),
        "mailchimp": "email=data[email] name=data[merges][FNAME] date=fired_at status=type",
        "typeform": "",
        "whatsapp": (
            "phone,id=messages[0].from author,name,customer=contacts[0].profile.name text=messages[0].text.body "
            "date=messages[0].timestamp"
        ),
        "telegram": (
            "text=message.text author,name=message.from.first_name id=message.chat.id date=message.date "
            "phone=message.contact.phone_number"
        ),
        "slack": "text=text author,name=user id,date=ts",
        "slack:read": "text=text author=user date,id=ts",
        "microsoftteams": "text=body.content author=from.user.displayName id=id date=createdDateTime",
        "twilio": "text=data.body phone=data.from id=data.messageSid",
        "googlecalendar": (
            "title,name,subject=summary time,date=start.dateTime text=description url=htmlLink "
            "email=attendees[0].email "
            "author=organizer.email id=id"
        ),
        "googledrive": (
            "name,title=name url=webViewLink id=id date=createdTime author=lastModifyingUser.displayName "
            "email=lastModifyingUser.emailAddress"
        ),
        "googledocs": "id,url=id title=name",
        "rssfeedread": "title,name=title url=link text=contentSnippet date=isoDate author=creator id=guid",
        "googleanalytics:read": "sessions,amount=sessions date=date",
        "quickbooks:read": (
            "id,title=DocNumber customer,name=CustomerRef.name amount,status=Balance due_date=DueDate "
            "email=BillEmail.Address date=TxnDate"
        ),
        "xero:read": (
            "id,title=InvoiceNumber customer,name=Contact.Name amount=AmountDue due_date=DueDateString status=Status "
            "date=DateString"
        ),
        "bamboohr:read": "name=displayName title=jobTitle email=workEmail phone=workPhone id=id",
        "sentryio:read": "id=id title=title url=permalink status=status priority=level quantity=count",
        "notion": "title,name=name url=url id=id",
        "airtable": "id=id",
        "paypal": (
            "amount=resource.amount.total id=resource.id email,customer=resource.payer.payer_info.email "
            "status=resource.state"
        ),
        "facebookleadads": (
            "name=data.full_name email=data.email phone=data.phone_number date=created_time id=id "
            "company=data.company_name"
        ),
        "pagerduty:read": "id=incident_number title=title status=status url=html_url priority=urgency",
        "helpscout": (
            "id=number title,subject=subject text=preview email=primaryCustomer.email name=primaryCustomer.first "
            "status=status"
        ),
        "intercom:read": "name=name email=email id=id",
        "youtube:read": "title=snippet.title url,id=id.videoId text=snippet.description date=snippet.publishedAt",
        "openweathermap:read": "title,text=weather[0].description amount=main.temp name=name",
        "hackernews:read": "title=title url=url author=author date=created_at score=points",
        "workable": "name=data.name email=data.email title=data.job.title url=data.profile_url",
        "eventbrite": "name=profile.name email=profile.email",
        "gumroad": "email,customer=email amount=price product=product_name name=full_name id=sale_id",
        "mailerlite": "email=fields.email name=fields.name",
        "activecampaign": "email=contact[email] name=contact[first_name]",
        "chargebee": (
            "email,customer=content.customer.email name=content.customer.first_name amount=content.invoice.total "
            "id=content.invoice.id"
        ),
        "clickup": "id,title=task_id status=event",
        "surveymonkey": "id=id date=date_created url=analyze_url",
        "error": "title=workflow.name text=execution.error.message url=execution.url id=execution.id",
        "sheet": "",
    }
)
