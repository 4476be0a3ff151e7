namespace Interlock.Dashboard.Web.Answers;

internal sealed record DocumentRow(string Id, string Kind, string File);

internal sealed record DocumentListAnswer(IReadOnlyList<DocumentRow> Items);
