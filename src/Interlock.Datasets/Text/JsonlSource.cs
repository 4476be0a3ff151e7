using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Episodes of a jsonl file: one object per step.</summary>
internal sealed class JsonlSource : IEpisodeSource
{
    private readonly string _path;
    private readonly JsonlLayout _layout;

    public JsonlSource(string path, EpisodeSourceOptions options)
    {
        _path = path;
        using LineReader lines = new(path);
        if (!lines.TryRead(out ReadOnlyMemory<byte> first))
        {
            throw new DiagnosticException(
                FileCode.NoActionColumns, "The file is empty", SourcePlace.OfFile(path), "expected one object per step");
        }

        using JsonDocument document = JsonLine.Parse(first, lines.Place);
        _layout = JsonlLayout.Of(document.RootElement, options, lines.Place);
        Description = new EpisodeSourceDescription
        {
            Location = path,
            Format = "jsonl",
            RateHz = options.RateHz,
            ActionChannels = _layout.Action.Names,
            ActionUnits = ChannelNames.NoUnits(_layout.Action.Names.Count),
            StateChannels = _layout.State?.Names ?? [],
        };
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        using LineReader lines = new(_path);
        JsonlRowParser parser = new(_layout);
        EpisodeAssembler assembler = new(_layout.Action.Names.Count, _layout.State?.Names.Count ?? 0);
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            if (assembler.Add(parser.Parse(line, lines.Place), lines.Place) is { } complete)
            {
                yield return complete;
            }
        }

        if (assembler.Finish() is { } last)
        {
            yield return last;
        }
    }
}
