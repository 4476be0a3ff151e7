namespace Interlock.Dashboard.Web.Answers;

internal sealed record CommandQuestion(string Command, bool? Confirm = null);
