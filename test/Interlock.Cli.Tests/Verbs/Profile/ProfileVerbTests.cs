using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Profile;

public sealed class ProfileVerbTests
{
    [Fact]
    public async Task Each_row_has_the_binding_names_and_no_step_allocates()
    {
        Invocation run = await Invocation.RunAsync("profile", "guard", "--steps", "1000", "--channels", "2", "--json");
        JsonElement[] rows = [.. run.Json.GetProperty("rows").EnumerateArray()];

        Assert.Equal((ExitCode.Ok, 2), (run.ExitCode, rows.Length));
        Assert.All(rows, row =>
        {
            Assert.Equal((2, 0), (row.GetProperty("channels").GetInt32(), row.GetProperty("bytes_per_step").GetDouble()));
            Assert.True(row.GetProperty("median_ns").GetDouble() > 0, "a step took no time");
            Assert.True(row.GetProperty("p99_9_ns").GetDouble() > 0, "a step took no time");
        });
    }

    [Fact]
    public async Task The_table_fits_a_narrow_terminal()
    {
        Invocation run = await Invocation.RunAsync(60, ["profile", "guard", "--steps", "1000", "--channels", "1"]);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 60, line));
    }
}
