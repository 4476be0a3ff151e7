using Interlock.Core.Diagnostics;
using Interlock.Recording.Episodes.Listing;

namespace Interlock.Dashboard.Web.Answers;

internal sealed record EpisodeListAnswer(IReadOnlyList<EpisodeRow> Items, IReadOnlyList<EpisodeProblem> Problems);

internal sealed record EpisodeProblem(string File, string Code, string Message)
{
    public static EpisodeProblem Of(string file, Diagnostic finding) => new(file, finding.Code, finding.Message);
}

internal sealed record EpisodeRow
{
    public required string Id { get; init; }

    public required string File { get; init; }

    public required DateTimeOffset StartUtc { get; init; }

    public string? Task { get; init; }

    public string? Policy { get; init; }

    public string? Robot { get; init; }

    public string? CertificateLevel { get; init; }

    public double? LengthS { get; init; }

    public string? Outcome { get; init; }

    public long? Interventions { get; init; }

    public double? WorstMargin { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public string? Note { get; init; }

    public bool HasImages { get; init; }

    public bool Complete { get; init; }

    public static EpisodeRow Of(string id, ListedRecording item) => new()
    {
        Id = id,
        File = item.Path,
        StartUtc = item.Entry!.StartedUtc,
        Task = item.Entry.Task,
        Policy = item.Entry.Policy,
        Robot = item.Entry.Robot,
        CertificateLevel = item.Entry.CertificateLevel,
        LengthS = item.Entry.Length.TotalSeconds,
        Outcome = item.Entry.Success is null ? null : item.Outcome,
        Interventions = item.Entry.Interventions,
        WorstMargin = item.Entry.WorstMargin,
        Tags = item.Entry.Notes.Tags,
        Note = item.Entry.Notes.Note,
        Complete = item.Entry.IsFinished,
    };
}
