using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Tests.Opening;

/// <summary>Short forms for reading a path in tests.</summary>
internal static class Reading
{
    public static List<Episode> Episodes(string path, EpisodeSourceOptions? options = null) =>
        [.. EpisodeSources.Open(path, options).ReadEpisodes()];

    public static Diagnostic Failure(string path, EpisodeSourceOptions? options = null) =>
        Assert.Throws<DiagnosticException>(() => Episodes(path, options)).Diagnostics[0];
}
