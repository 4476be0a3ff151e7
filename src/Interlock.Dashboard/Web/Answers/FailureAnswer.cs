namespace Interlock.Dashboard.Web.Answers;

internal sealed record FailureAnswer(string Code, string Message, string? Hint);
