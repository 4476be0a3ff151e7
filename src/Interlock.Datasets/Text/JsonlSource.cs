using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Episodes of a jsonl file: one object per step.</summary>
internal sealed class JsonlSource : ITimedSource
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
        EpisodeAssembler assembler = new(_layout.Action.Names.Count, _layout.State?.Names.Count ?? 0);
        foreach ((StepRow row, SourcePlace place) in Rows())
        {
            if (assembler.Add(row, place) is { } complete)
            {
                yield return complete;
            }
        }

        if (assembler.Finish() is { } last)
        {
            yield return last;
        }
    }

    public IReadOnlyList<double> FirstTimestampsS(int most) =>
        _layout.HasTimestamp ? [.. FirstTimes.Of(Rows().Select(item => item.Row)).Take(most)] : [];

    private IEnumerable<(StepRow Row, SourcePlace Place)> Rows()
    {
        using LineReader lines = new(_path);
        JsonlRowParser parser = new(_layout);
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            yield return (parser.Parse(line, lines.Place), lines.Place);
        }
    }
}
