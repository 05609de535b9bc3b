"""What a person who knows n8n knows, as data: names of services, what their words mean, how their inputs are filled."""
