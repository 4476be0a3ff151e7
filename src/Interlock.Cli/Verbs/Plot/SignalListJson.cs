using System.Text.Json;
using Interlock.Cli.Verbs.Check;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Series;

namespace Interlock.Cli.Verbs.Plot;

/// <summary>The machine form of what <c>plot</c> lists and draws.</summary>
internal static class SignalListJson
{
    public static void Write(Utf8JsonWriter writer, EpisodeView view)
    {
        writer.WriteStartObject();
        writer.WriteString("recording", view.Path);
        writer.WriteNumber("length_s", view.LengthS);
        writer.WriteStartArray("signals");
        foreach (ViewSignal signal in view.Signals)
        {
            writer.WriteStartObject();
            writer.WriteString("key", signal.Key);
            writer.WriteString("unit", signal.Unit);
            OptionalNumber.Write(writer, "min", signal.Min);
            OptionalNumber.Write(writer, "max", signal.Max);
            OptionalNumber.Write(writer, "threshold", signal.Threshold);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteDrawn(Utf8JsonWriter writer, PlotRequest request, Figure figure)
    {
        writer.WriteStartObject();
        writer.WriteString("recording", request.Path);
        writer.WriteString("picture", request.Output);
        writer.WriteString("title", figure.Title);
        OptionalNumber.Write(writer, "from_s", figure.X.From);
        OptionalNumber.Write(writer, "to_s", figure.X.To);
        writer.WriteEndObject();
    }
}
