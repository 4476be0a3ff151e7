using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Episodes of a csv file: one line per step.</summary>
internal sealed class CsvSource : ITimedSource
{
    private readonly string _path;
    private readonly byte _delimiter;
    private readonly CsvLayout _layout;

    public CsvSource(string path, EpisodeSourceOptions options)
    {
        _path = path;
        using LineReader lines = new(path);
        if (!lines.TryRead(out ReadOnlyMemory<byte> first))
        {
            throw new DiagnosticException(
                FileCode.NoActionColumns, "The file is empty", SourcePlace.OfFile(path), "expected one line per step");
        }

        _delimiter = CsvCells.DelimiterOf(first.Span);
        List<ReadOnlyMemory<byte>> cells = [];
        CsvCells.Split(first, _delimiter, cells, lines.Place);
        _layout = cells.TrueForAll(cell => CsvNumber.TryParse(cell.Span, out _))
            ? CsvLayout.WithoutHeader(cells.Count, lines.Place)
            : CsvHeader.Parse([.. cells.Select(cell => Encoding.UTF8.GetString(cell.Span))], options, lines.Place);
        Description = new EpisodeSourceDescription
        {
            Location = path,
            Format = "csv",
            RateHz = options.RateHz,
            ActionChannels = _layout.ActionNames,
            ActionUnits = ChannelNames.NoUnits(_layout.Actions.Length),
            StateChannels = _layout.StateNames,
        };
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        EpisodeAssembler assembler = new(_layout.Actions.Length, _layout.States.Length);
        bool any = false;
        foreach ((StepRow row, SourcePlace place) in Rows())
        {
            any = true;
            if (assembler.Add(row, place) is { } complete)
            {
                yield return complete;
            }
        }

        if ((assembler.Finish() ?? (any || _layout.Episode is not null ? null : WithoutSteps())) is { } last)
        {
            yield return last;
        }
    }

    public IReadOnlyList<double> FirstTimestampsS(int most) =>
        _layout.Timestamp is null ? [] : [.. FirstTimes.Of(Rows().Select(item => item.Row)).Take(most)];

    private IEnumerable<(StepRow Row, SourcePlace Place)> Rows()
    {
        using LineReader lines = new(_path);
        CsvRowParser parser = new(_layout, _delimiter);
        if (_layout.HasHeader)
        {
            lines.TryRead(out _);
        }

        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            yield return (parser.Parse(line, lines.Place), lines.Place);
        }
    }

    private Episode WithoutSteps() => new()
    {
        Index = 0,
        Length = 0,
        Actions = [],
        ActionDimension = _layout.Actions.Length,
        States = _layout.States.Length == 0 ? null : [],
        StateDimension = _layout.States.Length,
    };
}
