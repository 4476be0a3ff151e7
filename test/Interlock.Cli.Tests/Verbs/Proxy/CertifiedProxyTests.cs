using Interlock.Cli.Tests.Verbs.Check;

namespace Interlock.Cli.Tests.Verbs.Proxy;

public sealed class CertifiedProxyTests : IAsyncLifetime
{
    private const string Contract = """
        interlock: contract/1
        name: goal
        rate_hz: 20
        action: { space: ee_delta, reference: delta_step }
        channels:
          - { name: x, role: position, unit: normalized, min: -1, max: 1 }
          - { name: y, role: position, unit: normalized, min: -1, max: 1 }
          - { name: z, role: position, unit: normalized, min: -1, max: 1 }
          - { name: roll, role: orientation, unit: normalized, min: -1, max: 1 }
          - { name: pitch, role: orientation, unit: normalized, min: -1, max: 1 }
          - { name: yaw, role: orientation, unit: normalized, min: -1, max: 1 }
          - { name: gripper, role: gripper, unit: normalized, min: -1, max: 1 }
        """;

    private CertifiedGoal _goal = null!;

    public async Task InitializeAsync() => _goal = await CertifiedGoal.MakeAsync();

    public Task DisposeAsync()
    {
        _goal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_key_of_a_sibling_is_refused_to_start_with_its_sentence()
    {
        string sibling = _goal.PathOf("object.execspec.json");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync(["spec", "import", _goal.Statistics, "--key", "libero_object", "-o", sibling, .. CertifiedGoal.Scale])).ExitCode);
        Invocation run = await RunAsync(Contract, "--spec", sibling, "--certificate", _goal.Certificate, "--trust", _goal.Trust);
        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Contains("Refused to start: EX", run.Errors, StringComparison.Ordinal);
        Assert.Contains("libero_object", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_nobody_believes_and_too_low_a_level_are_refused()
    {
        string nobody = _goal.PathOf("nobody");
        Directory.CreateDirectory(nobody);
        await Invocation.RunAsync("certify", "keygen", "-o", _goal.PathOf("other"));
        File.Copy(_goal.PathOf("other.pub.pem"), Path.Combine(nobody, "other.pub.pem"));
        Assert.Equal(ExitCode.RefusedToStart, (await RunAsync(Contract, "--certificate", _goal.Certificate, "--trust", nobody)).ExitCode);
        Assert.Equal(ExitCode.RefusedToStart, (await RunAsync(Contract, "--certificate", _goal.Certificate, "--trust", _goal.Trust, "--level", "closed_loop")).ExitCode);
    }

    [Fact]
    public async Task A_contract_for_other_channels_is_refused_to_start()
    {
        Invocation run = await RunAsync(Contract.Replace("name: yaw", "name: wrist", StringComparison.Ordinal), "--certificate", _goal.Certificate, "--trust", _goal.Trust);
        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Contains("RT141", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_certified_listens_until_the_port_is_all_that_is_missing()
    {
        using System.Net.Sockets.TcpListener taken = new(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        Invocation run = await RunAsync(Contract, $"{taken.LocalEndpoint}", "--certificate", _goal.Certificate, "--trust", _goal.Trust, "--spec", _goal.Spec);
        Assert.Equal(ExitCode.DeviceOrPeer, run.ExitCode);
        Assert.Contains("gate: passed, certificate level", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_without_keys_and_replies_without_meaning_say_their_code()
    {
        Assert.Contains("RT234", (await RunAsync(Contract, "--certificate", _goal.Certificate)).Errors, StringComparison.Ordinal);
        Invocation unknown = await RunAsync(Contract, "--replies", "normalised");
        Assert.Equal(ExitCode.FoundWanting, unknown.ExitCode);
        Assert.Contains("RT230", unknown.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--trust", "keys")]
    [InlineData("--replies", "numbers")]
    [InlineData("--on-alarm", "shout")]
    public async Task Words_that_go_with_nothing_are_wrong_usage(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(Contract, option, value)).ExitCode);

    private Task<Invocation> RunAsync(string contract, params string[] more)
    {
        string path = _goal.PathOf("goal.contract.yaml");
        File.WriteAllText(path, contract);
        (string listen, string[] rest) = more[0].StartsWith("--", StringComparison.Ordinal) ? ("127.0.0.1:0", more) : (more[0], more[1..]);
        return Invocation.RunAsync(["proxy", "--protocol", "openvla", "--listen", listen, "--upstream", "http://127.0.0.1:1/act", "--contract", path, .. rest]);
    }
}
