namespace Interlock.Dashboard.Web.Answers;

internal sealed record SessionAnswer(string Role, string Version, LiveAnswer? Live, string? Folder);

internal sealed record LiveAnswer(bool Connected, string Url);
