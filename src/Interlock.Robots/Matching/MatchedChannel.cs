using Interlock.Core.Units;

namespace Interlock.Robots.Matching;

/// <summary>One channel of the contract and where the robot keeps it.</summary>
/// <param name="Name">Name on both sides.</param>
/// <param name="RobotIndex">Index in the robot's own order.</param>
/// <param name="ContractUnit">Unit of the contract's numbers.</param>
/// <param name="RobotUnit">Unit of the robot's numbers.</param>
/// <param name="ToRobot">Factor from contract units to robot units; 1 where they are the same.</param>
public sealed record MatchedChannel(string Name, int RobotIndex, ChannelUnit ContractUnit, ChannelUnit RobotUnit, double ToRobot);
