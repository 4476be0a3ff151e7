namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>How the policy server answered a call.</summary>
/// <param name="Status">Of gRPC; 0 for success.</param>
/// <param name="Words">Its message.</param>
/// <param name="Body">What it sent, in frames; valid until the next call of the same method.</param>
internal readonly record struct UpstreamAnswer(int Status, string Words, ReadOnlyMemory<byte> Body);
