using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interlock.Cli.Verbs.Doctor;
using Interlock.Policies.Onnx;

namespace Interlock.Cli.Tests.Verbs.Doctor;

public sealed class SurroundingsOfARunTests
{
    [Fact]
    public async Task A_peer_that_listens_is_reached_and_one_that_does_not_is_explained()
    {
        using TcpListener listening = new(IPAddress.Loopback, 0);
        listening.Start();
        int open = ((IPEndPoint)listening.LocalEndpoint).Port;
        Invocation run = await Invocation.RunAsync("doctor", "--json", "--peer", $"ws://127.0.0.1:{open}", "--peer", $"http://127.0.0.1:{ClosedPort()}/act");
        JsonElement[] peers = [.. run.Json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("name").GetString() == "peer")];
        Assert.Equal(["ok", "unreachable"], peers.Select(peer => peer.GetProperty("status").GetString()));
        Assert.Contains("refuses connections", peers[1].GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Contains("start the policy server", peers[1].GetProperty("fix").GetString(), StringComparison.Ordinal);
        Assert.Equal((ExitCode.DeviceOrPeer, true), (run.ExitCode, run.Json.GetProperty("usable").GetBoolean()));
    }

    [Fact]
    public async Task The_text_marks_an_unreachable_peer_and_ends_with_it()
    {
        Invocation run = await Invocation.RunAsync("doctor", "--peer", $"grpc://127.0.0.1:{ClosedPort()}", "--peer", "nonsense://x");
        Assert.Contains("x peer", run.Output, StringComparison.Ordinal);
        Assert.Contains("nonsense://x is no address", run.Output, StringComparison.Ordinal);
        Assert.Contains("a peer cannot be reached", run.LastOutputLine, StringComparison.Ordinal);
        Assert.Equal(ExitCode.DeviceOrPeer, run.ExitCode);
    }

    [Theory]
    [InlineData("ws://robot:8000", "robot", 8000)]
    [InlineData("http://robot:8000/act", "robot", 8000)]
    [InlineData("grpc://10.0.0.5", "10.0.0.5", 8080)]
    [InlineData("robot:8080", "robot", 8080)]
    [InlineData("https://robot", "robot", 443)]
    [InlineData("ws://[::1]:9000", "::1", 9000)]
    [InlineData("robot", null, 0)]
    [InlineData("ftp://robot:21", null, 0)]
    [InlineData("http://", null, 0)]
    [InlineData("robot:99999", null, 0)]
    [InlineData("", null, 0)]
    public void Addresses_are_understood_or_refused(string text, string? host, int port)
    {
        PeerAddress? address = PeerAddress.Parse(text);
        Assert.Equal(host is null ? null : (host, port), address is null ? ((string, int)?)null : (address.Host, address.Port));
    }

    [Fact]
    public async Task A_trust_folder_without_keys_makes_it_unusable()
    {
        string folder = Directory.CreateTempSubdirectory("interlock-trust").FullName;
        try
        {
            Invocation run = await Invocation.RunAsync("doctor", "--json", "--trust", folder);
            JsonElement trust = run.Json.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("name").GetString() == "trust_store");
            Assert.Equal((ExitCode.FoundWanting, "unusable"), (run.ExitCode, trust.GetProperty("status").GetString()));
            Assert.Contains("EX201", trust.GetProperty("value").GetString(), StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(trust.GetProperty("fix").GetString()));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public async Task A_trust_folder_that_others_can_write_to_is_advised_against()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string folder = Directory.CreateTempSubdirectory("interlock-trust").FullName;
        try
        {
            string key = Path.Combine(folder, "lab");
            Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("certify", "keygen", "--output", key)).ExitCode);
            File.Delete(Directory.EnumerateFiles(folder).Single(file => !file.EndsWith(".pub.pem", StringComparison.Ordinal)));
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Assert.Equal(MachineStatus.Ok, TrustCheck.Run(folder)!.Status);
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
            MachineFinding loose = TrustCheck.Run(folder)!;
            Assert.Equal(MachineStatus.Advice, loose.Status);
            Assert.Contains("chmod go-w", loose.Fix, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public async Task A_recording_that_grows_too_fast_for_the_disk_is_advised_against_and_a_rate_that_is_none_is_a_usage_error()
    {
        Invocation run = await Invocation.RunAsync("doctor", "--json", "--recording-rate", "1e12");
        JsonElement disk = run.Json.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("name").GetString() == "free_disk");
        Assert.Equal("advice", disk.GetProperty("status").GetString());
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("doctor", "--recording-rate", "0")).ExitCode);
    }

    [Theory]
    [InlineData(0, 12_000, true)]
    [InlineData(0x40, 16_000_000, false)]
    [InlineData(0x2041, 500, false)]
    public void The_kernels_record_of_the_clock_is_understood(int status, long errorMicroseconds, bool synchronised)
    {
        byte[] structure = new byte[208];
        BinaryPrimitives.WriteInt64LittleEndian(structure.AsSpan(24), errorMicroseconds);
        BinaryPrimitives.WriteInt32LittleEndian(structure.AsSpan(40), status);
        WallClock clock = WallClock.Read(structure);
        Assert.Equal((synchronised, errorMicroseconds / 1000.0), (clock.IsSynchronised, clock.LargestErrorMs));
        Assert.Equal(synchronised ? MachineStatus.Ok : MachineStatus.Advice, TimingCheck.WallClockFinding(clock, false).Status);
        Assert.Equal(MachineStatus.Ok, TimingCheck.WallClockFinding(clock, true).Status);
    }

    [Fact]
    public void A_library_that_is_not_there_is_named_with_its_code_and_what_to_do()
    {
        MachineFinding missing = NativesCheck.Run(OnnxRuntimeLibrary.Find("/nowhere/libonnxruntime.so"));
        Assert.Equal(MachineStatus.Advice, missing.Status);
        Assert.Contains("PO140", missing.Value, StringComparison.Ordinal);
        Assert.Contains(OnnxRuntimeLibrary.Variable, missing.Fix, StringComparison.Ordinal);
        MachineFinding found = NativesCheck.Run(new OnnxRuntimeFinding { Path = "lib/libonnxruntime.so.1", Version = "1.30.0", LookedAt = [], Problem = null });
        Assert.Equal((MachineStatus.Ok, "1.30.0 at lib/libonnxruntime.so.1"), (found.Status, found.Value));
    }

    private static int ClosedPort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
