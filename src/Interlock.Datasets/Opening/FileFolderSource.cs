using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Datasets.Opening;

/// <summary>The episodes of several files, one file open at a time, numbered through.</summary>
internal sealed class FileFolderSource : ITimedSource
{
    private readonly string[] _files;
    private readonly IEpisodeFormat _format;
    private readonly EpisodeSourceOptions _options;

    public FileFolderSource(string folder, string[] files, IEpisodeFormat format, EpisodeSourceOptions options)
    {
        _files = files;
        _format = format;
        _options = options;
        Description = format.Open(files[0], options).Description with { Location = folder };
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        int index = 0;
        foreach (string file in _files)
        {
            IEpisodeSource source = _format.Open(file, _options);
            RequireSameChannels(file, source.Description);
            foreach (Episode episode in source.ReadEpisodes())
            {
                yield return episode with { Index = index++ };
            }
        }
    }

    public IReadOnlyList<double> FirstTimestampsS(int most) =>
        (_format.Open(_files[0], _options) as ITimedSource)?.FirstTimestampsS(most) ?? [];

    private void RequireSameChannels(string file, EpisodeSourceDescription found)
    {
        if (!found.ActionChannels.SequenceEqual(Description.ActionChannels)
            || !found.StateChannels.SequenceEqual(Description.StateChannels))
        {
            throw new DiagnosticException(
                FileCode.MixedFolder,
                $"Its channels ({Text(found)}) are not those of {Path.GetFileName(_files[0])} ({Text(Description)})",
                SourcePlace.OfFile(file),
                "keep files of different robots in different folders");
        }
    }

    private static string Text(EpisodeSourceDescription description) =>
        $"{string.Join(", ", description.ActionChannels.Take(4))}{(description.ActionChannels.Count > 4 ? ", …" : "")}: "
        + $"{description.ActionChannels.Count} actions, {description.StateChannels.Count} states";
}
