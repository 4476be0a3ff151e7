using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Replay;

/// <summary>One recorded stream of the published toolkit, with the limits of one of its runs.</summary>
/// <param name="Name">File and run.</param>
/// <param name="Actions">Raw actions.</param>
/// <param name="Safe">Recorded safe actions, computed in float32; a run may cover only the first steps.</param>
/// <param name="Low">Lower bounds.</param>
/// <param name="High">Upper bounds.</param>
/// <param name="Step">Step limits.</param>
internal sealed record GoldenStream(string Name, double[][] Actions, double[][] Safe, double[] Low, double[] High, double[] Step)
{
    public static IEnumerable<GoldenStream> All() =>
        Directory.EnumerateFiles(SharedFiles.PathOf("golden/safecontract"), "s*.json").Order(StringComparer.Ordinal).SelectMany(Of);

    /// <summary>A clip → clamp → clip contract and nothing else.</summary>
    public string Contract()
    {
        StringBuilder text = new("interlock: contract/1\nname: golden\nchannels:\n");
        for (int i = 0; i < Low.Length; i++)
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture, $"  - {{ name: c{i}, min: {Low[i]:R}, max: {High[i]:R}, max_step: {Step[i]:R} }}"));
        }

        return text.Append("mode: clip\n").ToString();
    }

    public string Csv() =>
        string.Join(',', Low.Select((_, i) => $"c{i}")) + "\n" + string.Concat(Actions.Select(row => string.Join(',', row.Select(Text)) + "\n"));

    public string Jsonl() => string.Concat(Actions.Select(row => $$"""{"action":[{{string.Join(',', row.Select(Text))}}]}""" + "\n"));

    /// <summary>Version 1.0, little-endian float64, C order.</summary>
    public byte[] Npy()
    {
        string header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({Actions.Length}, {Low.Length}), }}".PadRight(117) + "\n";
        byte[] body = [.. Actions.SelectMany(row => row).SelectMany(BitConverter.GetBytes)];
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. body];
    }

    private static IEnumerable<GoldenStream> Of(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement root = document.RootElement;
        JsonElement runs = root.GetProperty("runs");
        double[][] actions = Rows(root.GetProperty("actions"));
        string name = Path.GetFileNameWithoutExtension(path);
        yield return Of($"{name}/calibrated", actions, runs.GetProperty("from_demos_clip_defaults"), root.GetProperty("calibration"));
        foreach (string run in (string[])["explicit_tight_warn", "explicit_scalar_vmax_no_conformal"])
        {
            yield return Of($"{name}/{run}", actions, runs.GetProperty(run), runs.GetProperty(run).GetProperty("config"));
        }
    }

    private static GoldenStream Of(string name, double[][] actions, JsonElement run, JsonElement limits)
    {
        double[] low = Row(limits.GetProperty("bounds_lo"));
        JsonElement speed = limits.GetProperty("v_max");
        double[] step = speed.ValueKind == JsonValueKind.Array ? Row(speed) : [.. low.Select(_ => speed.GetDouble())];
        return new GoldenStream(name, actions, Rows(run.GetProperty("safe")), low, Row(limits.GetProperty("bounds_hi")), step);
    }

    private static double[][] Rows(JsonElement array) => [.. array.EnumerateArray().Select(Row)];

    private static double[] Row(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
