using Interlock.Core.Units;

namespace Interlock.Robots;

/// <summary>One channel of a robot.</summary>
/// <param name="Name">As in the contract.</param>
/// <param name="Unit">Of commands and measurements.</param>
public sealed record RobotChannel(string Name, ChannelUnit Unit);
