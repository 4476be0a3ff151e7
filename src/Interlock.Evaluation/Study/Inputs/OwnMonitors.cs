using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Monitors that per-episode summaries carry under names of their own: <c>"monitors": {"name": value}</c>.</summary>
internal static class OwnMonitors
{
    /// <param name="fields">One per episode.</param>
    /// <param name="taken">Names that the published fields gave already.</param>
    /// <param name="findings">Where a wrong value is told.</param>
    public static IEnumerable<MonitorColumn> Read(JsonFields[] fields, IEnumerable<string> taken, Findings findings)
    {
        HashSet<string> known = [.. taken];
        Dictionary<string, double[]> columns = [];
        for (int episode = 0; episode < fields.Length; episode++)
        {
            if (fields[episode].TryFind(["monitors"], out JsonElement monitors) && monitors.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty property in monitors.EnumerateObject().Where(property => !known.Contains(property.Name)))
                {
                    Column(columns, property.Name, fields.Length, findings)[episode] = Value(property, fields[episode].Place, findings);
                }
            }
        }

        return columns.Select(pair => new MonitorColumn(Names.OneLine(pair.Key), StepMonitor.Length(pair.Key), pair.Value));
    }

    private static double[] Column(Dictionary<string, double[]> columns, string name, int episodes, Findings findings)
    {
        if (!columns.TryGetValue(name, out double[]? values))
        {
            values = new double[episodes];
            Array.Fill(values, double.NaN);
            columns.Add(name, values);
        }

        return columns.Count <= InputLimits.Monitors
            ? values
            : throw findings.Fatal(StudyCode.TooLarge, $"more than {InputLimits.Monitors} monitors");
    }

    private static double Value(JsonProperty property, string place, Findings findings)
    {
        double? value = property.Value.ValueKind == JsonValueKind.Null ? double.NaN : JsonNumber.Read(property.Value);
        if (value is null)
        {
            string name = Names.OneLine(property.Name);
            findings.Error(
                StudyCode.BadValue, $"a monitor must be a number, not {Names.Excerpt(property.Value)}", $"{place}.monitors.{name}");
        }

        return StepMonitor.Sign(property.Name) * (value ?? double.NaN);
    }
}
