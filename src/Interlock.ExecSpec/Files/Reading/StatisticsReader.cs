using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>
/// Reads the statistics of one entry. D and T may be stated; where they are not, the first statistic gives them, and all others have
/// to agree.
/// </summary>
internal sealed class StatisticsReader
{
    private readonly GroupReader _group;
    private readonly ReadingReport _report;
    private int? _channels;
    private int? _timesteps;

    private StatisticsReader(GroupReader group, ReadingReport report)
    {
        _group = group;
        _report = report;
        _channels = group.WholeNumber("channels");
        _timesteps = group.WholeNumber("timesteps");
    }

    public static ActionStatistics Read(GroupReader group, ReadingReport report) => new StatisticsReader(group, report).Read();

    private ActionStatistics Read()
    {
        IReadOnlyList<double>? min = Row(_group, "min");
        IReadOnlyList<double>? max = Row(_group, "max");
        IReadOnlyList<double>? mean = Row(_group, "mean");
        IReadOnlyList<double>? std = Row(_group, "std");
        QuantileRow[] quantiles = [.. _group.Groups("quantiles", SpecKeys.Quantile).Select(ReadQuantile)];
        if (_channels is null)
        {
            _group.Require("channels", "state the number of channels, or a statistic that shows it");
        }

        return new ActionStatistics
        {
            Channels = _channels ?? 0,
            Timesteps = _timesteps ?? 1,
            Min = min,
            Max = max,
            Mean = mean,
            Std = std,
            Quantiles = quantiles,
        };
    }

    private QuantileRow ReadQuantile(GroupReader group)
    {
        group.Require("level", "state the level, 0.01 for q01").Require("values", "state one number per channel");
        return new QuantileRow(group.Number("level") ?? 0, Row(group, "values") ?? []);
    }

    private IReadOnlyList<double>? Row(GroupReader group, string key)
    {
        if (group.Table(key) is not { } table)
        {
            return null;
        }

        _channels ??= table.Width;
        _timesteps ??= table.Rows;
        if ((table.Rows, table.Width) != (_timesteps, _channels))
        {
            string path = group.PathOf(key);
            _report.Error(
                "EX111",
                path,
                _report.PlaceOf(path).Line ?? 1,
                $"{Shape(table.Rows, table.Width)} where the statistics have {Shape(_timesteps.Value, _channels.Value)}",
                "state every statistic for the same channels and positions");
        }

        return table.Values;
    }

    private static string Shape(int rows, int width) => rows == 1 ? $"{width} channels" : $"{rows} positions of {width} channels";
}
