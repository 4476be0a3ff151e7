using System.Globalization;
using System.Security.Cryptography;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Pictures;
using Interlock.Dashboard.Reports.Readiness;
using Interlock.Dashboard.Series;
using Interlock.Recording.Episodes;
using Interlock.Recording.Episodes.Listing;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Reads what was asked for and draws it.</summary>
internal sealed class ReportMaking(ReportRequest request, CancellationToken cancellation) : IDisposable
{
    private const int MostIllustrated = 12;
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    private readonly EpisodeViews _views = new();
    private readonly List<FindingFacts> _problems = [];

    public (ReportFacts Facts, IReadOnlyDictionary<string, EpisodePictures> Pictures) Make()
    {
        bool isFolder = Directory.Exists(request.Path);
        string folder = isFolder ? request.Path : Path.GetDirectoryName(Path.GetFullPath(request.Path))!;
        EpisodeFacts[] episodes = isFolder ? Folder(folder) : [Read(request.Path, Path.GetFileName(request.Path))];
        GroupFacts? together = isFolder ? GroupReading.Of(episodes) : null;
        ReportFacts facts = new()
        {
            Title = request.Title ?? (isFolder ? $"Recordings of {Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))}" : episodes[0].Task ?? episodes[0].File),
            GeneratedAt = request.GeneratedAt?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            SoftwareVersion = request.SoftwareVersion,
            Verdict = together is null ? episodes[0].Verdict : GroupWords.Of(together, _problems.Count),
            Together = together,
            Episodes = episodes,
            Readiness = request.WithReadiness ? Ready(episodes, folder) : null,
            Problems = _problems,
            Reproduce = Command(isFolder ? Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)) : Path.GetFileName(request.Path)),
            NotChecked = NotChecked.Sentences,
        };
        return (facts, Pictures(facts));
    }

    public void Dispose() => _views.Dispose();

    // By the name alone: where the files lay is nobody's business.
    private string Command(string name) => string.Concat(
        $"interlock report {ShellWord.Of(name)}",
        request.WithReadiness ? " --readiness" : "",
        request.WithDigests ? "" : " --no-digest",
        request.Title is { } title ? $" --title={ShellWord.Quoted(title)}" : "");

    private EpisodeFacts[] Folder(string folder)
    {
        List<EpisodeFacts> episodes = [];
        foreach (ListedRecording item in ListedRecording.Of(folder, EpisodeIndex.Of(folder)))
        {
            try
            {
                episodes.Add(Read(Path.Combine(folder, item.Path), item.Path.Replace('\\', '/')));
            }
            catch (DiagnosticException exception)
            {
                _problems.Add(FindingFacts.Of(exception.Diagnostics[0]));
            }
        }

        return episodes.Count > 0 || _problems.Count > 0
            ? [.. episodes]
            : throw new DiagnosticException("RC059", "there is no recording to report on", SourcePlace.OfFile(folder), "name a folder with *.mcap files, or one of them");
    }

    private EpisodeFacts Read(string path, string file)
    {
        cancellation.ThrowIfCancellationRequested();
        using EpisodeLease lease = _views.Rent(path, progress: null, cancellation);

        // Beside the rest: the digest reads every byte of the file, the rest nearly none.
        Task<string?> digest = request.WithDigests ? Task.Run(() => Digest(path), cancellation) : Task.FromResult<string?>(null);
        EpisodeFacts facts = new EpisodeReading(lease.View, file).Read(sha256: null, request.WithReadiness, cancellation);
        return facts with { Sha256 = digest.GetAwaiter().GetResult() };
    }

    private static string? Digest(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 20, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private ReadinessFacts Ready(EpisodeFacts[] episodes, string folder)
    {
        FindingFacts[] unread = [.. _problems];
        EvidenceFolder evidence = new(folder);
        _problems.AddRange(evidence.Findings.Select(FindingFacts.Of));
        return Checklist.Of(episodes, evidence, unread, request.GeneratedAt is { } now ? DateOnly.FromDateTime(now.UtcDateTime) : null);
    }

    // The worst ones of a folder; a page with pictures of all of them could not be sent.
    private Dictionary<string, EpisodePictures> Pictures(ReportFacts facts)
    {
        Dictionary<string, EpisodePictures> pictures = [];
        IEnumerable<EpisodeFacts> chosen = facts.Together is null ? facts.Episodes : GroupReading.WorstFirst(facts.Episodes).Take(MostIllustrated);
        PictureLimits limits = facts.Together is null ? PictureLimits.One : PictureLimits.OfMany;
        foreach (EpisodeFacts episode in chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = facts.Together is null ? request.Path : Path.Combine(request.Path, episode.File);
            using EpisodeLease lease = _views.Rent(path, progress: null, cancellation);
            pictures[episode.File] = new PictureDrawing(lease.View, episode, $"e{pictures.Count}").Draw(limits);
        }

        return pictures;
    }
}
