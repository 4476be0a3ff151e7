using System.Diagnostics;
using System.Net.Http.Headers;

namespace Interlock.Cli.Tests.Verbs.Dashboard;

/// <summary>
/// A run with its dashboard, whose process gets a signal in the midst of the run: at the first sentence about the policy's motion the run waits
/// until the dashboard has connected to it, and the signal is sent.
/// </summary>
/// <param name="signal">As <c>kill</c> names it; null for none.</param>
internal sealed class ChildInTrouble(string? signal) : IDisposable
{
    private const string Moves = "the policy moves the robot";
    private const string Link = "dashboard: ";

    /// <summary>Only a hang takes this long, whatever else the machine does.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource<Uri> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _browser = new() { Timeout = Bound };

    /// <summary>Process of the dashboard that got the signal; null before.</summary>
    public int? Child { get; private set; }

    public async Task<Invocation> RunAsync(params string[] arguments)
    {
        await using LineWatch output = new(Output);
        await using LineWatch errors = new(Errors);
        VerbHost host = new() { Out = output, Error = errors, Clock = new StandingTime() };
        int exitCode = await Task.Run(() => CommandLine.RunAsync(arguments, host, CancellationToken.None));
        return new Invocation(exitCode, output.Text, errors.Text);
    }

    public void Dispose() => _browser.Dispose();

    private void Errors(string line)
    {
        if (line.StartsWith(Link, StringComparison.Ordinal))
        {
            _link.TrySetResult(new Uri(line[Link.Length..]));
        }
    }

    private void Output(string line)
    {
        if (signal is not null && Child is null && line.Contains(Moves, StringComparison.Ordinal))
        {
            ConnectedAsync().Wait(Bound);
            Child = Assert.Single(Children());
            using Process kill = Process.Start("kill", [$"-{signal}", $"{Child}"]);
            kill.WaitForExit();
            Assert.Equal(0, kill.ExitCode);
        }
    }

    private async Task ConnectedAsync()
    {
        Uri link = await _link.Task.WaitAsync(Bound);
        _browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", link.Query["?token=".Length..]);
        while (!(await _browser.GetStringAsync(new Uri(link, "/api/session"))).Contains("\"connected\":true", StringComparison.Ordinal))
        {
            await Task.Yield();
        }
    }

    private static IEnumerable<int> Children() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), out int number) ? number : 0
        where id > 0 && ParentOf(folder) == Environment.ProcessId && CommandOf(folder).Contains("--until-input-ends", StringComparison.Ordinal)
        select id;

    private static int ParentOf(string folder)
    {
        string stat = TextOf(Path.Combine(folder, "stat"));
        string[] fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static string CommandOf(string folder) => TextOf(Path.Combine(folder, "cmdline"));

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The date stands still, so that recordings can be compared; the rest goes on.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    }
}
