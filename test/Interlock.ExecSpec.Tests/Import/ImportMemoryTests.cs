using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;

namespace Interlock.ExecSpec.Tests.Import;

public sealed class ImportMemoryTests
{
    private const int FileBytes = 4 << 20;
    private const int BytesPerFileByte = 4;

    /// <summary>Entries, channels and keys of open objects are bounded in number and counted here: 6 KiB for each of 256 entries, 4 MiB for keys.</summary>
    private const int ConstantBytes = 4 << 20;

    [Theory]
    [InlineData("zeros")]
    [InlineData("zeros in many rows")]
    [InlineData("time steps")]
    [InlineData("keys")]
    [InlineData("entries")]
    [InlineData("long keys")]
    [InlineData("escaped keys")]
    [InlineData("one text")]
    [InlineData("escapes")]
    [InlineData("NaN")]
    [InlineData("nested objects")]
    [InlineData("spaces")]
    [InlineData("mask")]
    public void A_large_hostile_file_costs_at_most_four_times_its_size(string kind)
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", Hostile(kind));
        long size = new FileInfo(Path.Combine(folder.Root, "dataset_statistics.json")).Length;
        long allocated = AllocatedBytes.Of(() => Import(folder));
        Assert.True(allocated <= (BytesPerFileByte * size) + ConstantBytes, $"{allocated} bytes for a file of {size}");
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread()
    {
        using ImportFolder folder = new();
        string path = Path.Combine(folder.Root, "dataset_statistics.json");
        using (FileStream stream = File.Create(path))
        {
            stream.Write("{\"a\""u8);
            stream.SetLength((64L << 20) + 1);
        }

        Assert.Equal(["EX121"], folder.Codes());
        Assert.InRange(AllocatedBytes.Of(() => Import(folder)), 0, 1 << 16);
    }

    private static void Import(ImportFolder folder)
    {
        try
        {
            folder.Import(new ImportRequest { Key = "a" });
        }
        catch (DiagnosticException)
        {
            // Refusal is as good as an answer here; the cost is what is measured.
        }
    }

    private static string Hostile(string kind) => kind switch
    {
        "zeros" => Action($"\"q01\":[{Fill("0,", FileBytes)}0]"),
        "zeros in many rows" => Action(Many(index => $"\"q{index:00}\":[{Fill("0,", 20_000)}0]", 60)),
        "time steps" => Action($"\"q01\":[{Fill("[0],", FileBytes)}[0]],\"q99\":[{Fill("[1],", FileBytes)}[1]]"),
        "keys" => Braced(Many(index => $"\"{index}\":0", 800_000)),
        "entries" => Braced(Many(index => Entry($"{index}", "\"q01\":[0],\"q99\":[1]"), 250)),
        "long keys" => Braced(Many(index => Entry($"{index:000}{new string('k', 1000)}", "\"q01\":[0]," + LongRows()), 250)),
        "escaped keys" => Braced(Many(index => $"\"\\u0061{index}\":0", 500_000)),
        "one text" => Braced($"\"a\":\"{new string('x', FileBytes)}\""),
        "escapes" => Braced($"\"a\":\"{Fill("\\ud83d\\ude00", FileBytes)}\""),
        "NaN" => Action($"\"q01\":[{Fill("NaN,", FileBytes)}0]"),
        "nested objects" => Braced($"\"a\":[{Many(_ => string.Concat(Enumerable.Repeat("{\"k\":", 60)) + "0" + new string('}', 60), 20_000)}]"),
        "spaces" => Braced(new string(' ', FileBytes)),
        "mask" => Action($"\"q01\":[0],\"q99\":[1],\"mask\":[{Fill("0,", FileBytes)}0]"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Action(string rows) => Braced(Entry("a", rows));

    private static string Entry(string key, string rows) => $"\"{key}\":" + Braced("\"action\":" + Braced(rows));

    private static string LongRows() => Many(row => $"\"{row:00}{new string('r', 500)}\":0", 60);

    private static string Braced(string inside) => "{" + inside + "}";

    private static string Fill(string piece, int bytes) => new StringBuilder().Insert(0, piece, bytes / piece.Length).ToString();

    private static string Many(Func<int, string> item, int count) => string.Join(",", Enumerable.Range(0, count).Select(item));
}
