namespace Interlock.Datasets.Inspection;

/// <summary>Something about a dataset that its user should know before relying on it. The data can be read all the same.</summary>
/// <param name="Code">Stable code, <c>DS100</c> to <c>DS139</c>; each has a page in <c>docs/codes</c>.</param>
/// <param name="Message">What was found, with values. One sentence, no final full stop.</param>
public sealed record DatasetOddity(string Code, string Message);
