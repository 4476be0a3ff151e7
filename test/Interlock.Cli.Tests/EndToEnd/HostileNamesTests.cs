using System.Globalization;
using Interlock.Core.Units;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>A recording whose every name would clear the screen, colour a line, or turn it around, through the verbs that show recordings.</summary>
public sealed class HostileNamesTests : IDisposable
{
    private const string Evil = "evil\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnp\u2066\r\b";
    private const string Channel = "pan\u202e\u2066evil";
    private const int Ticks = 50;
    private const long PeriodNs = 20_000_000;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Verbs => new(
        "plot FILE --list", "plot FILE --signal state/NAME -o OUT.svg", "plot FILE --channel NAME", "plot FILE --signal monitor/EVIL", "record info FILE", "record verify FILE", "record extract FILE", "replay FILE",
        "replay FILE --plot", "report FILE -o OUT.html", "episodes FOLDER", "episodes FOLDER --filter EVIL", "info FILE", "check FILE", "validate FILE", "EVIL");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Nothing_of_it_reaches_the_terminal_raw(string words)
    {
        string file = Record();
        string[] arguments =
        [
            .. words.Split(' ').Select(word => word.Replace("FILE", file, StringComparison.Ordinal).Replace("FOLDER", _folder.Root, StringComparison.Ordinal)
                .Replace("OUT", _folder.PathOf("out"), StringComparison.Ordinal).Replace("NAME", Channel, StringComparison.Ordinal).Replace("EVIL", Evil, StringComparison.Ordinal)),
        ];
        Invocation run = await Invocation.RunAsync(arguments);
        string shown = run.Output + run.Errors;
        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, letter => letter is not ('\n' or '\t') && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format && letter is not ('\n' or '\t'));
    }

    [Fact]
    public async Task The_names_are_shown_all_the_same()
    {
        Invocation run = await Invocation.RunAsync("record", "info", Record());
        Assert.Contains("evil·[2J", run.Output, StringComparison.Ordinal);
    }

    private string Record()
    {
        string path = _folder.PathOf("run.mcap");
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = path, OwnThread = false },
            new FlightLayout
            {
                Channels = [Channel, "lift"],
                Units = [ChannelUnit.Degree, ChannelUnit.Degree],
                PolicyDimension = 2,
                RateHz = 50,
                Monitors = [Evil],
                Cameras = [Evil],
            },
            new FlightSession { RunId = Evil, StartMonotonicNs = 0, StartUtcNs = 1_700_000_000_000_000_000, Task = Evil, Policy = Evil, Robot = Evil, CertificateLevel = Evil, SoftwareVersion = Evil },
            TimeProvider.System);
        recorder.Attach(Evil, Evil, "x"u8.ToArray());
        recorder.Attach($"{Evil}.contract.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes($"""
            interlock: contract/1
            name: "evil\u001b[2J\u202e"
            rate_hz: 50
            action: {"{ space: joint_position, reference: absolute }"}
            channels:
              - {"{"} name: "{Channel}", role: joint, unit: deg, min: -30, max: 30, max_step: 2 {"}"}
              - {"{"} name: lift, role: joint, unit: deg, min: -30, max: 30, max_step: 2 {"}"}
            """));
        recorder.RecordText(0, FlightLevel.Warning, Evil, Evil);
        for (int tick = 0; tick < Ticks; tick++)
        {
            StepFrame frame = recorder.Frame;
            frame.Tick = tick;
            frame.MonotonicNs = tick * PeriodNs;
            frame.UtcNs = 1_700_000_000_000_000_000 + frame.MonotonicNs;
            frame.Parts = StepParts.All & ~StepParts.Policy;
            frame.State.Fill(tick);
            frame.Guarded.Fill(tick);
            frame.Executed.Fill(tick);
            frame.Unnormalised.Fill(tick);
            recorder.Commit();
            recorder.TryEvent(new FlightEvent { MonotonicNs = frame.MonotonicNs, Tick = tick, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD020"), Channel = 0, Value = tick, Limit = 2 });
            recorder.Pump();
        }

        recorder.SetOutcome(false, Evil);
        return path;
    }
}
