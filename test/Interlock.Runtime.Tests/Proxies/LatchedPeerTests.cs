using System.Net;
using Interlock.Core.Contract;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Serving;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class LatchedPeerTests
{
    private static readonly ExchangeReport Stopped = new(1, 0, 0, 0, 1, 0, false, ["GD130"]);

    private readonly ProxyContext _context = new(
        new ProxyOptions
        {
            Protocol = ProxyProtocol.Openpi,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Upstream = "ws://127.0.0.1:1/",
            Contract = new SafetyContract { Name = "arm", RateHz = 10, Channels = [new ChannelContract { Name = "a", Min = -1, Max = 1, MaxStep = 0.1 }] },
        },
        TimeProvider.System);

    [Fact]
    public void Connecting_again_releases_no_stop()
    {
        _context.Tell("10.0.0.1:5000#1", Stopped, "GD130");
        Assert.NotNull(_context.NewExchange("10.0.0.1:6000#2").LatchCode);
    }

    [Fact]
    public void Another_robot_is_not_stopped_with_it()
    {
        _context.Tell("10.0.0.1:5000#1", Stopped, "GD130");
        Assert.Null(_context.NewExchange("10.0.0.2:5000#2").LatchCode);
    }
}
